package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The half of the store that sends: each call is one piece of work for the {@link CommitQueue}. */
final class JdbcOutgoing {

    /** Accepts messages within a transaction. */
    private interface Acceptance {

        List<MessageId> run(Tx tx) throws SQLException;
    }

    private final CommitQueue queue;
    private final Intake intake;
    private final Tables tables;
    private final Sending sending;
    private final HandingOut handingOut;
    private final Presence presence;
    private final WakeUps wakeUps;

    JdbcOutgoing(CommitQueue queue, Intake intake, Tables tables, Sending sending, Presence presence, WakeUps wakeUps) {
        this.queue = queue;
        this.intake = intake;
        this.tables = tables;
        this.sending = sending;
        this.handingOut = new HandingOut(tables, sending);
        this.presence = presence;
        this.wakeUps = wakeUps;
    }

    CompletionStage<List<MessageId>> accept(List<Message> messages) {
        return accept(messages.size(), tx -> sending.accept(tx, messages));
    }

    CompletionStage<List<MessageId>> accept(IdempotencyKey key, List<Message> messages) {
        return accept(messages.size(), tx -> sending.acceptOnce(tx, key, messages));
    }

    CompletionStage<Void> register(String gateway, UncertainPolicy policy) {
        presence.serves(gateway, policy);
        return queue.change(tx -> tables.workers().register(tx, gateway, tables.worker(), policy, tables.now()));
    }

    CompletionStage<Void> unregister(String gateway) {
        presence.servesNoMore(gateway);
        return queue.change(tx -> tables.workers().unregister(tx, gateway, tables.worker(), tables.now()));
    }

    CompletionStage<HandOut<Message>> handOut(String gateway, int limit) {
        return queue.submit(tx -> {
            presence.show(tx);
            return handingOut.handOut(tx, gateway, limit);
        });
    }

    void limit(GatewayBudgets budgets) {
        tables.allowances().limit(budgets);
    }

    PartLedger ledger(Lease lease) {
        return new StoreLedger(queue, sending, lease);
    }

    CompletionStage<Void> sent(Lease lease, List<String> references) {
        return queue.change(tx -> {
            sending.sent(tx, lease, references);
            wakeUps.wake(tx, Mailbox.REPORTS);
        });
    }

    CompletionStage<Void> failed(Lease lease, Failure failure, Instant retryAt) {
        return queue.change(tx -> {
            sending.failed(tx, lease, failure, retryAt);
            wakeUps.wake(tx, Mailbox.OUTGOING);
            wakeUps.wake(tx, Mailbox.REPORTS);
        });
    }

    CompletionStage<Filed> file(DeliveryReport report) {
        return queue.submit(tx -> {
            Filed filed = sending.report(tx, report);
            wakeUps.wake(tx, Mailbox.REPORTS);
            return filed;
        });
    }

    private CompletionStage<List<MessageId>> accept(int messages, Acceptance acceptance) {
        return intake.admit(
                messages,
                () -> queue.submitInTime(tx -> {
                    List<MessageId> accepted = acceptance.run(tx);
                    wakeUps.wake(tx, Mailbox.OUTGOING);
                    return accepted;
                }));
    }
}
