package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.command.NetworkCommands;
import io.github.camelsms.modem.command.Registration;
import io.github.camelsms.modem.command.SmsSetupCommands;
import io.github.camelsms.modem.command.StorageUse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a modem for its network and its storage, and keeps what it said. */
final class NetworkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

    private final DeviceAddress device;
    private volatile NetworkDetails details = NetworkDetails.UNKNOWN;
    private int asked;

    NetworkWatch(DeviceAddress device) {
        this.device = device;
    }

    NetworkDetails details() {
        return details;
    }

    /** Asks for the registration; empty for a modem that does not know the question. */
    Optional<Registration> registration(OpenLine line) throws InterruptedException, ModemSilentException {
        Optional<Registration> registration =
                line.askIfKnown(NetworkCommands.registration()).value();
        if (registration.filter(r -> !r.isRegistered()).isPresent()) {
            Optional<Registration> lte =
                    line.askIfKnown(NetworkCommands.lteRegistration()).value();
            registration = lte.filter(Registration::isRegistered).isPresent() ? lte : registration;
        }
        details = details.withRegistration(registration);
        return registration;
    }

    /** Asks one more question: a slow modem has better things to do than to answer all of them. */
    void ask(OpenLine line) throws InterruptedException, ModemSilentException {
        details = switch (asked++ % 3) {
            case 0 ->
                details.withSignal(line.askIfKnown(NetworkCommands.signal()).value());
            case 1 ->
                details.withSlots(line.askIfKnown(SmsSetupCommands.storageUse()).value());
            default ->
                details.withOperator(line.askIfKnown(NetworkCommands.operator()).value());
        };
        details.slots()
                .filter(StorageUse::isNearlyFull)
                .ifPresent(use -> LOG.warn(
                        "The storage of modem {} is nearly full: {} slots; when it is full nothing is received",
                        device,
                        use));
    }
}
