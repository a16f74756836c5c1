package io.github.camelsms.listeners.smtp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes guessing passwords slow, before a hash is computed for each guess. After five misses a client has to wait, twice
 * as long after each further one; after twenty for a quarter of an hour. What counts is the pair of client and name, so
 * that nobody can lock out somebody else at another address; a client that tries many names is counted as well, with
 * four times the patience. The addresses of one /64 of IPv6 are one client.
 */
public final class GuessGuard {

    /** Misses that cost nothing. */
    public static final int FREE = 5;

    /** Misses after which a pair is locked. */
    public static final int LOCK = 20;

    /** How long a pair is locked, and how long misses are remembered. */
    public static final Duration LOCK_TIME = Duration.ofMinutes(15);

    private static final int NAMES = 4;
    private static final int MOST = 20_000;

    private record Key(ByteBuffer client, Optional<String> name) {}

    private record Misses(int count, Instant last) {}

    private final Clock clock;
    // the longest untouched in front
    private final Map<Key, Misses> misses = new LinkedHashMap<>();

    public GuessGuard(Clock clock) {
        this.clock = clock;
    }

    /** How long this client has to wait before it may try that name again; zero when it may now. */
    public synchronized Duration delay(InetAddress client, String name) {
        Duration pair = delay(new Key(key(client), Optional.of(name)), 1);
        Duration alone = delay(new Key(key(client), Optional.empty()), NAMES);
        return pair.compareTo(alone) > 0 ? pair : alone;
    }

    /** The password was wrong, or there is no such name. */
    public synchronized void missed(InetAddress client, String name) {
        count(new Key(key(client), Optional.of(name)));
        count(new Key(key(client), Optional.empty()));
    }

    /** The password was right: what came before is forgotten, but not what the client did with other names. */
    public synchronized void succeeded(InetAddress client, String name) {
        misses.remove(new Key(key(client), Optional.of(name)));
    }

    private Duration delay(Key key, int patience) {
        Misses seen = misses.get(key);
        if (seen == null || isForgotten(seen) || seen.count() < FREE * patience) {
            return Duration.ZERO;
        }
        int beyond = seen.count() - FREE * patience;
        Duration pause = seen.count() >= LOCK * patience ? LOCK_TIME : Duration.ofSeconds(1L << Math.min(beyond, 9));
        Duration left = Duration.between(clock.instant(), seen.last().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(Key key) {
        Misses before = misses.remove(key);
        int count = before == null || isForgotten(before) ? 1 : before.count() + 1;
        if (misses.size() >= MOST) {
            misses.remove(misses.keySet().iterator().next());
        }
        misses.put(key, new Misses(count, clock.instant()));
    }

    private boolean isForgotten(Misses seen) {
        return clock.instant().isAfter(seen.last().plus(LOCK_TIME));
    }

    private static ByteBuffer key(InetAddress client) {
        byte[] octets = client.getAddress();
        return ByteBuffer.wrap(octets.length == 16 ? Arrays.copyOf(octets, 8) : octets);
    }
}
