package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The card that a PIN is for. Most modems tell its number, ICCID, before the PIN, but not each of them and not every
 * time; a card without a number may be any card that was in this device before.
 */
record Card(DeviceAddress device, Optional<String> iccid) {

    Card {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(iccid, "iccid");
    }

    /** Names under which it may have been met before. */
    List<String> namesToAsk() {
        return iccid.map(id -> List.of("iccid " + id, unnumbered())).orElse(List.of(unnumbered(), any()));
    }

    /** Names under which to remember it. */
    List<String> namesToRemember() {
        return List.of(iccid.map(id -> "iccid " + id).orElse(unnumbered()), any());
    }

    private String unnumbered() {
        return "unnumbered card in " + device;
    }

    private String any() {
        return "any card in " + device;
    }
}
