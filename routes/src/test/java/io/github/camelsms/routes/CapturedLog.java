package io.github.camelsms.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged meanwhile, with stacks. */
public final class CapturedLog implements AutoCloseable {

    /** The library of the listener writes passwords at DEBUG; the listener refuses to work then. */
    private static final Map<String, Level> LEVELS =
            Map.of("io.github.camelsms", Level.TRACE, "org.apache.camel", Level.TRACE, "jakarta.mail", Level.TRACE);

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Map<String, Level> before = new HashMap<>();
    private final LoggerConfig root =
            ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
    private final AbstractAppender appender = new AbstractAppender("captured", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            StringBuilder line = new StringBuilder(event.getMessage().getFormattedMessage());
            for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
                line.append(' ').append(cause);
            }
            lines.add(line.toString());
        }
    };

    private CapturedLog() {}

    public static CapturedLog atTrace() {
        CapturedLog log = new CapturedLog();
        log.appender.start();
        LEVELS.keySet()
                .forEach(name -> log.before.put(name, LogManager.getLogger(name).getLevel()));
        LEVELS.forEach(Configurator::setLevel);
        log.root.addAppender(log.appender, Level.TRACE, null);
        return log;
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.removeAppender(appender.getName());
        before.forEach(Configurator::setLevel);
        appender.stop();
    }
}
