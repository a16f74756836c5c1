package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.profile.ModemProfile;
import java.util.Objects;

/**
 * What the initialisation has found out.
 *
 * @param acknowledging whether messages that are handed out must be acknowledged, as with CSMS service 1
 * @param announced how received messages are announced, for a person; empty: they are not, and found by polling
 */
record Capabilities(
        ModemProfile profile, Identity identity, Storages storages, boolean acknowledging, String announced) {

    Capabilities {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(storages, "storages");
        Objects.requireNonNull(announced, "announced");
    }

    /** Whether another card is in the modem now than when this was found out. */
    boolean hasAnotherCard(OpenLine line) throws InterruptedException, ModemSilentException {
        return identity.iccid().isPresent()
                && line.askIfKnown(SimCommands.iccid(profile.iccid()))
                        .value()
                        .filter(now -> !now.equals(identity.iccid().get()))
                        .isPresent();
    }
}
