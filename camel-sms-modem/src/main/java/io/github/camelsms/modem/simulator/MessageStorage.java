package io.github.camelsms.modem.simulator;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One storage with numbered slots, the first one 1 as on a SIM. */
final class MessageStorage {

    /** A message in a slot; {@code read} as the status of a listing counts. */
    record Stored(String hex, int status) {}

    private final int slots;
    private final Map<Integer, Stored> messages = new TreeMap<>();

    MessageStorage(int slots) {
        this.slots = slots;
    }

    /** Stores a message in the first free slot; empty when there is none. */
    OptionalInt store(String hex) {
        OptionalInt free = IntStream.rangeClosed(1, slots)
                .filter(slot -> !messages.containsKey(slot))
                .findFirst();
        free.ifPresent(slot -> messages.put(slot, new Stored(hex, 0)));
        return free;
    }

    Map<Integer, Stored> messages() {
        return messages;
    }

    void markRead(int slot) {
        messages.computeIfPresent(slot, (s, stored) -> new Stored(stored.hex(), 1));
    }

    int slots() {
        return slots;
    }
}
