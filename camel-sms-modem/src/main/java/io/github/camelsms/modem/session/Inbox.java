package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.SlotReference;
import io.github.camelsms.modem.command.StoredPdu;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the modem has received and what became of it. A slot is with the listener once at a time; it is freed only after
 * the listener has said that the message is safe. A message that is safe but could not be deleted is not offered again.
 */
final class Inbox {

    /** What follows from an offer. */
    interface Consequences {

        /** The message is safe: free its slot, or acknowledge it. */
        void handled(InboxEntry entry);

        /** The message is not safe: call {@link Inbox#offerAgain} after a while. */
        void failed(InboxEntry entry);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** A network repeats within minutes; the time stamp of the service centre is part of what is compared. */
    private static final int REMEMBERED = 100;

    private final String device;
    private final SerialTasks deliveries;
    private final Consequences consequences;
    private final Map<SlotReference, InboxEntry> slots = new HashMap<>();
    private final Map<String, InboxEntry> handedOut = new HashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private Optional<ReceivedListener> listener = Optional.empty();

    Inbox(String device, SerialTasks deliveries, Consequences consequences) {
        this.device = device;
        this.deliveries = deliveries;
        this.consequences = consequences;
    }

    synchronized void attach(ReceivedListener newListener) {
        if (listener.isPresent()) {
            throw new IllegalStateException("Modem " + device
                    + " has a consumer already. A received message goes to one" + " route; let that one multicast");
        }
        listener = Optional.of(newListener);
    }

    synchronized void detach() {
        listener = Optional.empty();
        slots.values().removeIf(InboxEntry::abandonIfWaiting);
    }

    synchronized boolean isAttached() {
        return listener.isPresent();
    }

    /**
     * The messages that a storage holds now.
     *
     * @return those that are safe with us and should not be there any more
     */
    synchronized List<InboxEntry> listed(String storage, Collection<StoredPdu> stored, int generation) {
        Set<SlotReference> occupied = new HashSet<>();
        for (StoredPdu pdu : stored) {
            SlotReference slot = new SlotReference(storage, pdu.index());
            occupied.add(slot);
            seen(slot, pdu, generation);
        }
        slots.entrySet()
                .removeIf(e -> e.getValue().state() == InboxEntry.State.HANDLED
                        && e.getKey().storage().equals(storage)
                        && !occupied.contains(e.getKey()));
        return slots.entrySet().stream()
                .filter(e -> e.getValue().state() == InboxEntry.State.HANDLED && occupied.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** One message that was read; returns it when it is safe with us and should not be there any more. */
    synchronized Optional<InboxEntry> seen(SlotReference slot, StoredPdu pdu, int generation) {
        if (!pdu.isIncoming() || pdu.hex().isEmpty() || listener.isEmpty()) {
            return Optional.empty();
        }
        InboxEntry known = slots.get(slot);
        if (known != null && known.hex().equals(pdu.hex())) {
            return Optional.of(known).filter(entry -> entry.state() == InboxEntry.State.HANDLED);
        }
        InboxEntry entry = new InboxEntry(Optional.of(slot), pdu.hex(), generation);
        slots.put(slot, entry);
        if (taken.contains(pdu.hex())) {
            // the repetition of what was handed out, at a time when the modem was not set up to hand out
            entry.handled();
            return Optional.of(entry);
        }
        offer(entry);
        return Optional.empty();
    }

    /** A message that the modem handed out without storing it. */
    synchronized void handedOut(String hex, int generation) {
        if (listener.isEmpty()) {
            LOG.warn("Modem {} handed out a message while no route was there to take it", device);
            return;
        }
        InboxEntry known = handedOut.get(hex);
        if (known != null) {
            known.broughtAgain(generation);
        } else if (taken.contains(hex)) {
            // the network has not heard our acknowledgement
            consequences.handled(new InboxEntry(Optional.empty(), hex, generation));
        } else {
            InboxEntry entry = new InboxEntry(Optional.empty(), hex, generation);
            handedOut.put(hex, entry);
            offer(entry);
        }
    }

    /** Offers a message again that was refused before. */
    synchronized void offerAgain(InboxEntry entry) {
        if (entry.state() == InboxEntry.State.WAITING && listener.isPresent()) {
            offer(entry);
        }
    }

    /** Whether the slot of this entry still is its own. */
    synchronized boolean holds(InboxEntry entry) {
        return entry.slot().map(slot -> slots.get(slot) == entry).orElseGet(() -> handedOut.get(entry.hex()) == entry);
    }

    private void offer(InboxEntry entry) {
        ReceivedPdu pdu = entry.offer();
        Optional<ReceivedListener> to = listener;
        deliveries.submit(() -> to.ifPresent(l -> settle(entry, received(l, pdu))));
    }

    private static CompletionStage<Void> received(ReceivedListener listener, ReceivedPdu pdu) {
        try {
            return listener.received(pdu);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void taken(InboxEntry entry) {
        handedOut.remove(entry.hex(), entry);
        taken.remove(entry.hex());
        taken.add(entry.hex());
        if (taken.size() > REMEMBERED) {
            taken.remove(taken.iterator().next());
        }
    }

    private void settle(InboxEntry entry, CompletionStage<Void> stage) {
        Consumer<Boolean> end = safe -> {
            synchronized (this) {
                if (safe) {
                    entry.handled();
                    entry.slot().ifPresentOrElse(slot -> {}, () -> taken(entry));
                } else {
                    entry.failed();
                }
            }
            if (safe) {
                consequences.handled(entry);
            } else {
                consequences.failed(entry);
            }
        };
        stage.whenComplete((done, failure) -> end.accept(failure == null));
    }
}
