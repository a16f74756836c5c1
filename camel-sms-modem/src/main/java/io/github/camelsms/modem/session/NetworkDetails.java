package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.Registration;
import io.github.camelsms.modem.command.StorageUse;
import java.util.Objects;
import java.util.Optional;

/**
 * What a modem says of its network and its storage; empty where it was not asked yet or does not know.
 *
 * @param signal received signal strength in dBm
 * @param slots of the storage that received messages go to
 */
public record NetworkDetails(
        Optional<Registration> registration,
        Optional<Integer> signal,
        Optional<String> operator,
        Optional<StorageUse> slots) {

    static final NetworkDetails UNKNOWN =
            new NetworkDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public NetworkDetails {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(slots, "slots");
    }

    NetworkDetails withRegistration(Optional<Registration> newRegistration) {
        return new NetworkDetails(newRegistration, signal, operator, slots);
    }

    NetworkDetails withSignal(Optional<Integer> newSignal) {
        return new NetworkDetails(registration, newSignal, operator, slots);
    }

    NetworkDetails withOperator(Optional<String> newOperator) {
        return new NetworkDetails(registration, signal, newOperator, slots);
    }

    NetworkDetails withSlots(Optional<StorageUse> newSlots) {
        return new NetworkDetails(registration, signal, operator, newSlots);
    }
}
