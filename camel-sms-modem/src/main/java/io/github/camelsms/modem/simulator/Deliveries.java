package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.simulator.SimulatedModem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the network has for the modem, and keeps until the modem has taken it. With message service 1 (27.005, 3.2.1) it
 * keeps what was handed out until that is acknowledged, one at a time, and repeats it to whoever sets the modem up
 * again.
 */
final class Deliveries {

    private record Delivery(String hex, Kind kind) {}

    private final SimulatedModem modem;
    private final Deque<Delivery> pending = new ArrayDeque<>();
    private Optional<Delivery> awaited = Optional.empty();

    Deliveries(SimulatedModem modem) {
        this.modem = modem;
    }

    void add(String hex, Kind kind) {
        pending.add(new Delivery(hex, kind));
    }

    /** The modem takes what it can. */
    void flow() {
        while (awaited.isEmpty() && !pending.isEmpty() && taken(pending.peek())) {
            pending.remove();
        }
    }

    /**
     * What was handed out is safe.
     *
     * @return false when nothing waits for that
     */
    boolean acknowledged() {
        boolean expected = awaited.isPresent();
        awaited = Optional.empty();
        return expected;
    }

    /** Nobody will acknowledge it any more. */
    void repeat() {
        awaited.ifPresent(pending::addFirst);
        awaited = Optional.empty();
    }

    private boolean taken(Delivery delivery) {
        SimulatedModem.Settings settings = modem.settings();
        Kind kind = delivery.kind();
        boolean handOut = kind == Kind.MESSAGE ? settings.mt == 2 : settings.ds == 1;
        if (handOut && modem.isConnected()) {
            String length = kind == Kind.MESSAGE ? ": ," : ": ";
            awaited = settings.service >= 1 ? Optional.of(delivery) : Optional.empty();
            modem.unsolicited(kind.handedOut()
                    + length
                    + SimulatedModem.tpduLength(delivery.hex())
                    + modem.personality().lineEnd()
                    + delivery.hex());
            return true;
        }
        OptionalInt slot = modem.storage(modem.receivingName()).store(delivery.hex());
        boolean announced = kind == Kind.MESSAGE ? settings.mt == 1 : settings.ds == 2;
        if (slot.isPresent() && announced) {
            modem.unsolicited(kind.stored() + ": \"" + modem.receivingName() + "\"," + slot.getAsInt());
        }
        return slot.isPresent();
    }
}
