package io.github.camelsms.modem.command;

import java.util.List;

/**
 * Storages that a modem has for reading, for writing and for receiving: {@code SM}, {@code ME}, {@code MT}, {@code SR}
 * (27.005, 3.2.2).
 */
public record StorageOffer(List<String> reading, List<String> writing, List<String> receiving) {

    public StorageOffer {
        reading = List.copyOf(reading);
        writing = List.copyOf(writing);
        receiving = List.copyOf(receiving);
    }
}
