package io.github.camelsms.sms.camel;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from {@code first} to {@code longest}, each time up to a fifth
 * more or less, so that what failed together is not tried together.
 */
record Backoff(Duration first, Duration longest) {

    private static final int JITTER_PARTS = 5;

    Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "A back-off grows from more than nothing, not from " + first + " to " + longest);
        }
    }

    /**
     * @param attempt the attempt that failed, from 1
     */
    Duration after(int attempt, RandomGenerator random) {
        int doublings = Math.min(Math.max(attempt, 1) - 1, 30);
        long plain = Math.min(first.toMillis() << doublings, longest.toMillis());
        if (plain <= 0) {
            plain = longest.toMillis();
        }
        long jitter = plain / JITTER_PARTS;
        return Duration.ofMillis(jitter == 0 ? plain : plain - jitter + random.nextLong(2 * jitter + 1));
    }
}
