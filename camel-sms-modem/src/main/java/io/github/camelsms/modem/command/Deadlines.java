package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtRequest;
import java.time.Duration;
import java.util.Map;

/**
 * How long a modem may take.
 *
 * @param quick for what the modem itself knows
 * @param reading for what needs the SIM or the storage
 * @param sending for what needs the network, from the Ctrl-Z to the final result
 * @param ofCommands for single commands that differ, by their name without arguments
 */
public record Deadlines(Duration quick, Duration reading, Duration sending, Map<String, Duration> ofCommands) {

    public Deadlines {
        ofCommands = Map.copyOf(ofCommands);
        for (Duration deadline : new Duration[] {quick, reading, sending}) {
            if (deadline.isNegative() || deadline.isZero()) {
                throw new IllegalArgumentException("A deadline is a positive time, not " + deadline);
            }
        }
    }

    /** The same for all commands of a kind. */
    public static Deadlines of(Duration quick, Duration reading, Duration sending) {
        return new Deadlines(quick, reading, sending, Map.of());
    }

    /** The same, except for these commands. */
    public Deadlines except(Map<String, Duration> commands) {
        return new Deadlines(quick, reading, sending, commands);
    }

    /** A request with the deadline that its command needs. */
    AtRequest applyTo(AtRequest request) {
        Duration own = ofCommands.get(request.line().name());
        return own == null ? request : request.within(own);
    }
}
