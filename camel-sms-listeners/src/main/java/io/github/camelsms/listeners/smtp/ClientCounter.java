package io.github.camelsms.listeners.smtp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what each client does within a span of time. The addresses of one /64 of IPv6 are one client. */
final class ClientCounter {

    private static final int MAX_CLIENTS = 10_000;

    private record Count(Instant since, int value) {}

    private final int limit;
    private final Duration span;
    private final Clock clock;
    private final Map<ByteBuffer, Count> counts = new LinkedHashMap<>();

    ClientCounter(int limit, Duration span, Clock clock) {
        this.limit = limit;
        this.span = span;
        this.clock = clock;
    }

    /** What stands for a client in maps. */
    static ByteBuffer key(InetAddress client) {
        byte[] octets = client.getAddress();
        return ByteBuffer.wrap(octets.length == 16 ? Arrays.copyOf(octets, 8) : octets);
    }

    /** Whether the client has used up its limit. */
    synchronized boolean isExhausted(InetAddress client) {
        Count count = counts.get(key(client));
        return count != null && count.value() >= limit && isCurrent(count);
    }

    /** Counts one more. */
    synchronized void add(InetAddress client) {
        Count count = counts.remove(key(client));
        if (counts.size() >= MAX_CLIENTS) {
            counts.remove(counts.keySet().iterator().next());
        }
        counts.put(
                key(client),
                count != null && isCurrent(count)
                        ? new Count(count.since(), count.value() + 1)
                        : new Count(clock.instant(), 1));
    }

    private boolean isCurrent(Count count) {
        return clock.instant().isBefore(count.since().plus(span));
    }
}
