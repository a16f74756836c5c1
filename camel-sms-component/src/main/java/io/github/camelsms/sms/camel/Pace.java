package io.github.camelsms.sms.camel;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a gateway may be fed whose network has said that it is too fast: the rate falls by a part with each such
 * word, from the rate at which the network took messages, and grows by a little with each message that it takes
 * (additive increase, multiplicative decrease). A gateway that was never told so is not slowed down at all.
 */
final class Pace {

    private static final double SLOWER = 1.1;
    private static final double SMOOTHING = 0.2;
    private static final double STEP_PER_MESSAGE = 0.002;
    private static final double LONGEST_MILLIS = 60_000;
    private static final double FIRST_MILLIS = 200;
    private static final double FREE_MILLIS = 2;
    private static final Duration SHORTEST_BETWEEN = Duration.ofMillis(25);

    private Instant lastTaken = Instant.MIN;
    private Instant lastSlower = Instant.MIN;
    private double takenMillis;
    private double gapMillis;

    /** The network has taken a message. */
    synchronized void taken(Instant now) {
        if (lastTaken.isAfter(Instant.MIN)) {
            double passed = (double) Duration.between(lastTaken, now).toMillis();
            double since = Math.min(Math.max(passed, 0), LONGEST_MILLIS);
            takenMillis += (since - takenMillis) * SMOOTHING;
        }
        lastTaken = now;
        if (gapMillis > 0) {
            gapMillis = 1 / (1 / gapMillis + STEP_PER_MESSAGE / Math.max(gapMillis, FIRST_MILLIS));
            if (gapMillis < FREE_MILLIS) {
                gapMillis = 0;
            }
        }
    }

    /** The network is throttling; what it says of several messages that were on their way counts once. */
    synchronized void throttled(Instant now) {
        Duration between = gap().compareTo(SHORTEST_BETWEEN) > 0 ? gap() : SHORTEST_BETWEEN;
        boolean clockSetBack = now.isBefore(lastSlower);
        if (!clockSetBack && now.isBefore(lastSlower.plus(between))) {
            return;
        }
        lastSlower = now;
        double known = Math.max(gapMillis, takenMillis);
        gapMillis = Math.min((known > 0 ? known : FIRST_MILLIS) * SLOWER, LONGEST_MILLIS);
    }

    /** Time to let pass between two messages; zero when there is no limit. */
    synchronized Duration gap() {
        return Duration.ofNanos((long) (gapMillis * 1_000_000));
    }
}
