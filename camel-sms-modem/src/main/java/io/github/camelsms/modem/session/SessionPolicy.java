package io.github.camelsms.modem.session;

import java.util.List;
import java.util.Objects;

/**
 * What an operator decides about a modem, beside how it is reached.
 *
 * @param power what switches its power, when nothing else brings it back
 * @param simChange what to do about another card
 * @param ports among which a modem is sought by its number; empty: all USB ports
 */
public record SessionPolicy(PowerHook power, SimChange simChange, List<String> ports) {

    /** What holds unless the operator says otherwise. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(PowerHook.NONE, SimChange.HOLD, List.of());

    public SessionPolicy {
        Objects.requireNonNull(power, "power");
        Objects.requireNonNull(simChange, "simChange");
        ports = List.copyOf(ports);
    }

    /** The same with another power hook. */
    public SessionPolicy withPower(PowerHook newPower) {
        return new SessionPolicy(newPower, simChange, ports);
    }

    /** The same with another answer to a change of the card. */
    public SessionPolicy withSimChange(SimChange newSimChange) {
        return new SessionPolicy(power, newSimChange, ports);
    }

    /** The same with other ports to search. */
    public SessionPolicy withPorts(List<String> newPorts) {
        return new SessionPolicy(power, simChange, newPorts);
    }
}
