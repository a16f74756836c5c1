package io.github.camelsms.modem.command;

import java.time.Duration;

/**
 * How long a modem may take.
 *
 * @param quick for what the modem itself knows
 * @param reading for what needs the SIM or the storage
 * @param sending for what needs the network, from the Ctrl-Z to the final result
 */
public record Deadlines(Duration quick, Duration reading, Duration sending) {

    public Deadlines {
        for (Duration deadline : new Duration[] {quick, reading, sending}) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("A deadline is a positive time, not " + deadline);
            }
        }
    }
}
