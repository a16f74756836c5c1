package io.github.camelsms.modem.command;

import java.util.Objects;

/**
 * A slot in a storage.
 *
 * @param storage such as {@code SM}; empty where the modem has one storage only and no name for it
 */
public record SlotReference(String storage, int index) {

    public SlotReference {
        Objects.requireNonNull(storage, "storage");
        if (index < 0) {
            throw new IllegalArgumentException("A slot is 0 or more, not " + index);
        }
    }

    @Override
    public String toString() {
        return storage + ":" + index;
    }
}
