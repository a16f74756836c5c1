package io.github.camelsms.sms.routing;

import java.time.Duration;
import java.util.Objects;

/**
 * How well a gateway has delivered lately.
 *
 * @param delivered messages of which the network has said so
 * @param failed messages that it has refused or lost
 * @param latency mean time from acceptance to delivery
 */
public record Measured(long delivered, long failed, Duration latency) {

    /** Nothing is known. */
    public static final Measured NOTHING = new Measured(0, 0, Duration.ZERO);

    private static final long ASSUMED = 10;

    public Measured {
        Objects.requireNonNull(latency, "latency");
    }

    /**
     * The delivery rate in percent, less one for each minute that delivery takes. As long as little is known, the rate
     * that was declared weighs as much as ten messages.
     */
    public int score(int declared) {
        double rate = (100.0 * delivered + (double) declared * ASSUMED) / (delivered + failed + ASSUMED);
        return (int) Math.max(0, Math.round(rate) - latency.toMinutes());
    }

    @Override
    public String toString() {
        return delivered + failed == 0
                ? "nothing measured"
                : delivered + " of " + (delivered + failed) + " delivered, in " + latency.toSeconds() + " s";
    }
}
