package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageStore.Registration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who waits for a mailbox in this process, and how those of other processes are told. */
final class WakeUps {

    private final Map<Mailbox, List<Runnable>> listeners = new EnumMap<>(Mailbox.class);

    private final Consumer<Mailbox> elsewhere;

    /**
     * @param elsewhere tells other processes that work on the same store
     */
    WakeUps(Consumer<Mailbox> elsewhere) {
        this.elsewhere = elsewhere;
        for (Mailbox mailbox : Mailbox.values()) {
            listeners.put(mailbox, new CopyOnWriteArrayList<>());
        }
    }

    Registration add(Mailbox mailbox, Runnable listener) {
        listeners.get(mailbox).add(listener);
        return () -> listeners.get(mailbox).remove(listener);
    }

    /** Wakes them once the transaction is durable. */
    void wake(Tx tx, Mailbox mailbox) {
        tx.afterCommit(() -> {
            wakeHere(mailbox);
            elsewhere.accept(mailbox);
        });
    }

    /** Wakes those of this process. */
    void wakeHere(Mailbox mailbox) {
        listeners.get(mailbox).forEach(Runnable::run);
    }
}
