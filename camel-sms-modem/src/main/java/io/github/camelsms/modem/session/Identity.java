package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.SimCommands;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a modem and its card are; what the modem does not tell is empty.
 *
 * @param imei of the modem, 14 to 16 digits
 * @param iccid of the card, as the modem gives it
 * @param imsi of the subscriber
 */
record Identity(Optional<String> imei, Optional<String> iccid, Optional<String> imsi) {

    Identity {
        Objects.requireNonNull(imei, "imei");
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(imsi, "imsi");
    }

    /** Asks for it. */
    static Identity read(OpenLine line, AtCommandLine iccidCommand) throws InterruptedException, ModemSilentException {
        return new Identity(
                line.askIfKnown(SimCommands.imei()).value(),
                line.askIfKnown(SimCommands.iccid(iccidCommand)).value(),
                line.askIfKnown(SimCommands.imsi()).value());
    }
}
