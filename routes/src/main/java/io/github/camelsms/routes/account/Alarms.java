package io.github.camelsms.routes.account;

import io.github.camelsms.routes.recent.RecentMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people that something looks wrong: in the log, as a count, and by what {@link AlarmSinks} are asked for. The
 * same about the same is told once an hour.
 */
public final class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration QUIET = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final BiConsumer<String, String> sinks;
    private final AlarmCounter counter;
    private final Map<String, Instant> told = new RecentMap<>(MOST);

    /** Counts alarms by their kind. */
    @FunctionalInterface
    public interface AlarmCounter {
        void count(String kind);
    }

    /**
     * @param sinks told the kind and the text of an alarm, and return at once
     */
    Alarms(BiConsumer<String, String> sinks, AlarmCounter counter, Clock clock) {
        this.sinks = sinks;
        this.counter = counter;
        this.clock = clock;
    }

    /**
     * @param kind such as {@code fraud-recipient}
     * @param about what makes two of a kind the same
     * @param text for a person; no whole number, no message text
     */
    public void raise(String kind, String about, String text) {
        counter.count(kind);
        Instant now = clock.instant();
        synchronized (told) {
            Instant last = told.get(kind + " " + about);
            if (last != null && now.isBefore(last.plus(QUIET))) {
                return;
            }
            told.put(kind + " " + about, now);
        }
        LOG.warn("alarm {}: {}", kind, text);
        sinks.accept(kind, text);
    }
}
