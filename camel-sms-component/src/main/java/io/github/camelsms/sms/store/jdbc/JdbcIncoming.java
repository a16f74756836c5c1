package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.Subscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The half of the store that hands on: received messages, and what became of sent ones. */
final class JdbcIncoming {

    /** Files something within a transaction. */
    private interface Filing {

        Filed run(Tx tx) throws SQLException;
    }

    private final CommitQueue queue;
    private final Tables tables;
    private final Receiving receiving;
    private final Presence presence;
    private final WakeUps wakeUps;

    JdbcIncoming(CommitQueue queue, Tables tables, Receiving receiving, Presence presence, WakeUps wakeUps) {
        this.queue = queue;
        this.tables = tables;
        this.receiving = receiving;
        this.presence = presence;
        this.wakeUps = wakeUps;
    }

    CompletionStage<Filed> file(IncomingPart part) {
        return file(tx -> receiving.file(tx, part));
    }

    CompletionStage<Filed> file(Incoming incoming) {
        return file(tx -> receiving.file(tx, incoming));
    }

    CompletionStage<HandOut<Incoming>> handIncoming(int limit) {
        return queue.submit(tx -> {
            presence.show(tx);
            return tables.incoming().handOut(tx, tables.worker(), limit, tables.now());
        });
    }

    CompletionStage<HandOut<Outcome>> handReports(String subscription, int limit) {
        return queue.submit(tx -> {
            presence.show(tx);
            return tables.outcomes().handOut(tx, subscription, tables.worker(), limit, tables.now());
        });
    }

    CompletionStage<Void> subscribe(Subscription subscription) {
        return queue.change(tx -> tables.subscriptions().subscribe(tx, subscription, tables.now()));
    }

    void unsubscribe(String subscription) {
        tables.subscriptions().leave(subscription);
    }

    CompletionStage<List<String>> replyLinks(String number) {
        return queue.submit(tx -> tables.links().live(tx, number, tables.now()));
    }

    CompletionStage<Void> done(Lease lease) {
        return queue.change(tx -> {
            tables.leases(lease.mailbox()).check(tx, lease, tables.worker());
            switch (lease.mailbox()) {
                case INCOMING -> tables.incoming().done(tx, lease);
                case REPORTS -> tables.outcomes().done(tx, lease);
                case OUTGOING -> throw new IllegalArgumentException("A message to be sent ends with sent or failed");
            }
        });
    }

    CompletionStage<Void> release(Lease lease, String reason, Instant retryAt) {
        return queue.change(tx -> {
            Leases leases = tables.leases(lease.mailbox());
            leases.check(tx, lease, tables.worker());
            if (lease.mailbox() == Mailbox.INCOMING) {
                tables.incoming().release(tx, lease, reason, retryAt, tables.now());
            } else if (lease.mailbox() == Mailbox.REPORTS) {
                // its reason is that of the message, not why nobody could be told
                leases.giveBack(tx, lease, retryAt);
            } else {
                leases.giveBack(tx, lease, reason, retryAt);
            }
            if (lease.mailbox() == Mailbox.OUTGOING) {
                tables.outgoing().working(tx, lease.id(), MessageState.QUEUED);
                leases.uncount(tx, lease);
            }
            wakeUps.wake(tx, lease.mailbox());
        });
    }

    private CompletionStage<Filed> file(Filing filing) {
        return queue.submit(tx -> {
            Filed filed = filing.run(tx);
            wakeUps.wake(tx, Mailbox.INCOMING);
            return filed;
        });
    }
}
