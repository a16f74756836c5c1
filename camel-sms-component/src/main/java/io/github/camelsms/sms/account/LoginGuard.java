package io.github.camelsms.sms.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever guesses passwords is stopped before they are checked: by the pair of name and origin first, by the origin,
 * and by the name where it comes from many origins. Nobody locks anybody else out: an origin from which the name was
 * proved before goes on while others guess. What is answered does not depend on whether there is such a name.
 */
final class LoginGuard {

    /** So many misses of a name from one origin cost nothing. */
    static final int FREE = 5;
    /** So many close it for {@link #SPAN}. */
    static final int LOCK = 20;
    /** Passwords that are checked in a minute, wrong ones, for one origin and for one name. */
    static final int A_MINUTE = 40;

    static final Duration SPAN = Duration.ofMinutes(15);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    /** Misses since a time, and until when there is no further try. */
    private record Misses(int count, Instant since, Instant blockedUntil) {}

    private final Clock clock;
    private final Map<String, Misses> pairs = bounded();
    private final Map<String, Misses> origins = bounded();
    private final Map<String, Misses> names = bounded();
    private final Map<String, Instant> proved = bounded();

    LoginGuard(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next try; empty when it may be made now. */
    synchronized Optional<Duration> blocked(String name, String origin) {
        Instant now = clock.instant();
        Instant until = until(pairs, pair(name, origin));
        Instant ofOrigin = until(origins, origin);
        until = ofOrigin.isAfter(until) ? ofOrigin : until;
        if (!proved.containsKey(pair(name, origin))) {
            Instant ofName = until(names, name);
            until = ofName.isAfter(until) ? ofName : until;
        }
        return now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    synchronized void missed(String name, String origin) {
        Instant now = clock.instant();
        int pair = count(pairs, pair(name, origin), now, SPAN);
        if (pair >= FREE) {
            Duration delay = pair >= LOCK ? SPAN : Duration.ofSeconds(Math.min(60, 1L << (pair - FREE)));
            block(pairs, pair(name, origin), now.plus(delay));
        }
        everyMinute(origins, origin, now);
        everyMinute(names, name, now);
    }

    synchronized void succeeded(String name, String origin) {
        pairs.remove(pair(name, origin));
        proved.put(pair(name, origin), clock.instant());
    }

    private static void everyMinute(Map<String, Misses> counts, String key, Instant now) {
        if (count(counts, key, now, MINUTE) >= A_MINUTE) {
            block(counts, key, counts.get(key).since().plus(MINUTE));
        }
    }

    private static int count(Map<String, Misses> counts, String key, Instant now, Duration span) {
        Misses before = counts.get(key);
        Misses after = before == null || !now.isBefore(before.since().plus(span))
                ? new Misses(1, now, Instant.MIN)
                : new Misses(before.count() + 1, before.since(), before.blockedUntil());
        counts.put(key, after);
        return after.count();
    }

    private static void block(Map<String, Misses> counts, String key, Instant until) {
        Misses misses = counts.get(key);
        counts.put(key, new Misses(misses.count(), misses.since(), until));
    }

    private static Instant until(Map<String, Misses> counts, String key) {
        Misses misses = counts.get(key);
        return misses == null ? Instant.MIN : misses.blockedUntil();
    }

    private static String pair(String name, String origin) {
        return origin + " " + name;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
