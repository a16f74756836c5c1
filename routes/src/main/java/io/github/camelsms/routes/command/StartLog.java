package io.github.camelsms.routes.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Holds back the log until the gateway is ready. A gateway that cannot start says why in one line; whatever its parts
 * logged before would bury that line. With {@code --verbose} nothing is held back.
 */
final class StartLog implements AutoCloseable {

    private final LoggerConfig root;
    private final List<Appender> appenders;
    private final Held held = new Held();

    private StartLog(LoggerConfig root) {
        this.root = root;
        this.appenders = List.copyOf(root.getAppenders().values());
    }

    static StartLog hold(boolean verbose) {
        if (verbose) {
            System.setProperty("sms.log.throwable", "%ex");
        }
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        StartLog log = new StartLog(context.getConfiguration().getRootLogger());
        if (verbose) {
            Configurator.setLevel("io.github.camelsms", Level.DEBUG);
            Configurator.setLevel("org.apache.camel", Level.INFO);
        } else {
            log.held.start();
            log.root.addAppender(log.held, null, null);
            log.appenders.forEach(appender -> log.root.removeAppender(appender.getName()));
        }
        return log;
    }

    /** Writes what was held back, and from now on everything at once. */
    void release() {
        if (held.isStarted()) {
            appenders.forEach(appender -> root.addAppender(appender, null, null));
            root.removeAppender(held.getName());
            held.stop();
            held.events().forEach(event -> appenders.forEach(appender -> appender.append(event)));
        }
    }

    @Override
    public void close() {
        held.stop();
    }

    private static final class Held extends AbstractAppender {

        private static final int MAX = 10_000;

        private final List<LogEvent> events = new ArrayList<>();

        Held() {
            super("held", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public synchronized void append(LogEvent event) {
            if (events.size() < MAX) {
                events.add(event.toImmutable());
            }
        }

        synchronized List<LogEvent> events() {
            return List.copyOf(events);
        }
    }
}
