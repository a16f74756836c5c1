package io.github.camelsms.modem.session;

import java.util.Objects;

/**
 * What an operator decides about a modem, beside how it is reached.
 *
 * @param power what switches its power, when nothing else brings it back
 */
public record SessionPolicy(PowerHook power) {

    /** What holds unless the operator says otherwise. */
    public static final SessionPolicy DEFAULT = new SessionPolicy(PowerHook.NONE);

    public SessionPolicy {
        Objects.requireNonNull(power, "power");
    }

    /** The same with another power hook. */
    public SessionPolicy withPower(PowerHook newPower) {
        return new SessionPolicy(newPower);
    }
}
