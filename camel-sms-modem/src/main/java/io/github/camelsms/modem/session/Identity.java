package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.SimCommands;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose card is in a modem; what the modem does not tell is empty.
 *
 * @param iccid of the card, as the modem gives it
 * @param imsi of the subscriber, which tells another card from this one when its number is not told
 */
record Identity(Optional<String> iccid, Optional<String> imsi) {

    Identity {
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(imsi, "imsi");
    }

    /** Asks for it. */
    static Identity read(OpenLine line, AtCommandLine iccidCommand) throws InterruptedException, ModemSilentException {
        return new Identity(
                line.askIfKnown(SimCommands.iccid(iccidCommand)).value(),
                line.askIfKnown(SimCommands.imsi()).value());
    }
}
