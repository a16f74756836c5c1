package io.github.camelsms.modem.session;

import java.time.Duration;

/**
 * Pauses in the life of a session that nobody needs to set, except a test that cannot wait.
 *
 * @param firstReopen until a lost line is opened again; doubles with each failure
 * @param longestReopen the most it grows to
 * @param simPatience how long a SIM may be busy
 * @param afterRestart until a modem that has restarted is set up again
 * @param hold how long nothing is sent after an error that is not the message's
 * @param search between two questions whether a network was found
 * @param firstRedelivery until a received message whose route failed is offered again; doubles with each failure
 * @param longestRedelivery the most it grows to
 */
public record SessionTiming(
        Duration firstReopen,
        Duration longestReopen,
        Duration simPatience,
        Duration afterRestart,
        Duration hold,
        Duration search,
        Duration firstRedelivery,
        Duration longestRedelivery) {

    public static final SessionTiming DEFAULT = new SessionTiming(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5));

    /** {@code first}, doubled for each failure after the first, but at most {@code longest}. */
    static Duration backOff(Duration first, Duration longest, int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(0, failures - 1), 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
