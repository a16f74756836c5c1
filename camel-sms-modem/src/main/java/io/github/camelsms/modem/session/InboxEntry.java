package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.SlotReference;
import java.util.Objects;
import java.util.Optional;

/** A received message on its way through the listener. */
final class InboxEntry {

    enum State {
        OFFERED,
        WAITING,
        /** Nobody listens any more; what is in the slot will be read anew. */
        ABANDONED,
        HANDLED
    }

    private final Optional<SlotReference> slot;
    private final String hex;
    private int generation;
    private State state = State.OFFERED;
    private int deliveries;

    /**
     * @param slot where it is stored; empty when the modem handed it out without storing it
     * @param generation which initialisation of the modem it was read in
     */
    InboxEntry(Optional<SlotReference> slot, String hex, int generation) {
        this.slot = Objects.requireNonNull(slot);
        this.hex = Objects.requireNonNull(hex);
        this.generation = generation;
    }

    Optional<SlotReference> slot() {
        return slot;
    }

    String hex() {
        return hex;
    }

    int generation() {
        return generation;
    }

    /** The modem has brought it once more, in this initialisation. */
    void broughtAgain(int again) {
        generation = again;
    }

    State state() {
        return state;
    }

    int deliveries() {
        return deliveries;
    }

    ReceivedPdu offer() {
        state = State.OFFERED;
        deliveries++;
        return new ReceivedPdu(hex, deliveries);
    }

    void failed() {
        state = State.WAITING;
    }

    boolean abandonIfWaiting() {
        if (state == State.WAITING) {
            state = State.ABANDONED;
        }
        return state == State.ABANDONED;
    }

    void handled() {
        state = State.HANDLED;
    }
}
