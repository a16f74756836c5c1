package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.profile.ModemProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator decides about a modem, beside how it is reached.
 *
 * @param power what switches its power, when nothing else brings it back
 * @param simChange what to do about another card
 * @param ports among which a modem is sought by its number; empty: all USB ports
 * @param profile what kind of modem it is; empty: what it says itself
 * @param errors classes of codes such as {@code cms-38} that differ from the tables
 */
public record SessionPolicy(
        PowerHook power,
        SimChange simChange,
        List<String> ports,
        Optional<ModemProfile> profile,
        Map<String, ErrorClass> errors) {

    /** What holds unless the operator says otherwise. */
    public static final SessionPolicy DEFAULT =
            new SessionPolicy(PowerHook.NONE, SimChange.HOLD, List.of(), Optional.empty(), Map.of());

    public SessionPolicy {
        Objects.requireNonNull(power, "power");
        Objects.requireNonNull(simChange, "simChange");
        ports = List.copyOf(ports);
        Objects.requireNonNull(profile, "profile");
        errors = Map.copyOf(errors);
        errors.keySet().stream()
                .filter(code -> !code.matches("cm[se]-\\d{1,5}|error"))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException(
                            "an error code is written cms-38, cme-14 or error, not '" + code + "'");
                });
    }

    /** The same with another power hook. */
    public SessionPolicy withPower(PowerHook newPower) {
        return new SessionPolicy(newPower, simChange, ports, profile, errors);
    }

    /** The same with another answer to a change of the card. */
    public SessionPolicy withSimChange(SimChange newSimChange) {
        return new SessionPolicy(power, newSimChange, ports, profile, errors);
    }

    /** The same with other ports to search. */
    public SessionPolicy withPorts(List<String> newPorts) {
        return new SessionPolicy(power, simChange, newPorts, profile, errors);
    }

    /** The same for a modem of this kind. */
    public SessionPolicy withProfile(ModemProfile newProfile) {
        return new SessionPolicy(power, simChange, ports, Optional.of(newProfile), errors);
    }

    /** The same with other classes of errors. */
    public SessionPolicy withErrors(Map<String, ErrorClass> newErrors) {
        return new SessionPolicy(power, simChange, ports, profile, newErrors);
    }
}
