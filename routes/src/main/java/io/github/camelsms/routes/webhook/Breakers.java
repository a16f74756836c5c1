package io.github.camelsms.routes.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves an endpoint (host and port) alone that has not answered several times in a row, but for one call in a while:
 * calls that wait for it would hold up those of others.
 */
final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final int SILENCES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    /**
     * @param silences calls without an answer, one after the other
     * @param since the last of them
     */
    private record Trouble(int silences, Instant since) {

        boolean isLeftAlone(Instant now) {
            // a clock that was set back ends the pause
            return silences >= SILENCES && !now.isBefore(since) && now.isBefore(since.plus(PAUSE));
        }
    }

    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Clock clock;

    Breakers(Clock clock) {
        this.clock = clock;
    }

    /** Whether to call it now; after a pause, the first who asks tries it. */
    boolean mayCall(String endpoint) {
        Instant now = clock.instant();
        AtomicBoolean may = new AtomicBoolean(true);
        troubles.computeIfPresent(endpoint, (key, trouble) -> {
            may.set(!trouble.isLeftAlone(now));
            return may.get() && trouble.silences() >= SILENCES ? new Trouble(trouble.silences(), now) : trouble;
        });
        return may.get();
    }

    void answered(String endpoint) {
        troubles.remove(endpoint);
    }

    void silent(String endpoint) {
        Instant now = clock.instant();
        if (troubles.size() >= MOST) {
            troubles.values().removeIf(trouble -> trouble.since().isBefore(now.minus(PAUSE)));
        }
        if (troubles.size() < MOST) {
            Trouble trouble = troubles.merge(
                    endpoint, new Trouble(1, now), (before, first) -> new Trouble(before.silences() + 1, now));
            if (trouble.silences() == SILENCES) {
                LOG.warn("{} does not answer: it is called once in {} s until it does", endpoint, PAUSE.toSeconds());
            }
        }
    }
}
