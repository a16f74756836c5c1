package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageStore.Registration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who waits for a mailbox in this process. */
final class WakeUps {

    private final Map<Mailbox, List<Runnable>> listeners = new EnumMap<>(Mailbox.class);

    WakeUps() {
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
        tx.afterCommit(() -> wake(mailbox));
    }

    private void wake(Mailbox mailbox) {
        listeners.get(mailbox).forEach(Runnable::run);
    }
}
