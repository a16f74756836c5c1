package io.github.camelsms.modem.session;

import java.util.Objects;

/**
 * What an operator decides about a modem, beside how it is reached.
 *
 * @param power what switches its power, when nothing else brings it back
 * @param simChange what to do about another card
 */
public record SessionPolicy(PowerHook power, SimChange simChange) {

    /** What holds unless the operator says otherwise. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(PowerHook.NONE, SimChange.HOLD);

    public SessionPolicy {
        Objects.requireNonNull(power, "power");
        Objects.requireNonNull(simChange, "simChange");
    }

    /** The same with another power hook. */
    public SessionPolicy withPower(PowerHook newPower) {
        return new SessionPolicy(newPower, simChange);
    }

    /** The same with another answer to a change of the card. */
    public SessionPolicy withSimChange(SimChange newSimChange) {
        return new SessionPolicy(power, newSimChange);
    }
}
