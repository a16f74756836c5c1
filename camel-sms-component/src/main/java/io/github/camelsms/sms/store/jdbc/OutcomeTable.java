package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of messages, until somebody has taken note. */
final class OutcomeTable {

    /** An outcome that no route has asked for is of no use after this time. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Leases leases = new Leases(Mailbox.REPORTS, "outcome", "");

    Leases leases() {
        return leases;
    }

    private final SubscriptionTable subscriptions;
    private final Supplier<MessageId> ids;

    OutcomeTable(SubscriptionTable subscriptions, Supplier<MessageId> ids) {
        this.subscriptions = subscriptions;
        this.ids = ids;
    }

    /** For everybody. */
    void insert(Tx tx, MessageId message, Outcome.Kind kind, String word, String reason, Instant now)
            throws SQLException {
        insertFor(tx, Subscription.EVERYBODY, message, kind, reason, now);
        insertForSubscribers(tx, message, kind, word, reason, now);
    }

    /** That the network has it: for everybody where the message asks for that, and for who has subscribed to it. */
    void insertSent(Tx tx, MessageId id, Message message, Instant now) throws SQLException {
        if (message.wantsSentOutcome()) {
            insertFor(tx, Subscription.EVERYBODY, id, Outcome.Kind.SENT, "", now);
        }
        insertForSubscribers(tx, id, Outcome.Kind.SENT, MessageState.ENROUTE.name(), "", now);
    }

    /**
     * @param word as {@link Outcome#word()}
     */
    private void insertForSubscribers(
            Tx tx, MessageId message, Outcome.Kind kind, String word, String reason, Instant now) throws SQLException {
        for (String subscription : subscriptions.to(word)) {
            insertFor(tx, subscription, message, kind, reason, now);
        }
    }

    private void insertFor(Tx tx, String subscription, MessageId message, Outcome.Kind kind, String reason, Instant now)
            throws SQLException {
        tx.update(
                "INSERT INTO outcome (id, message, subscription, kind, state, reason, recipient, reply_to, happened_at,"
                        + " due_at, attempts, lease) SELECT ?, id, ?, ?, state, ?, recipient, reply_to, ?, ?, 0, 0"
                        + " FROM message WHERE id = ?",
                ids.get().value(),
                subscription,
                kind,
                reason,
                now,
                now,
                message.value());
    }

    HandOut<Outcome> handOut(Tx tx, String subscription, String worker, int limit, Instant now) throws SQLException {
        Condition own = new Condition().and("subscription = ?", Optional.of(subscription));
        return leases.handOut(tx, own, worker, limit, now, OutcomeTable::outcome);
    }

    void done(Tx tx, Lease lease) throws SQLException {
        tx.update("DELETE FROM outcome WHERE id = ?", lease.id().value());
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        tx.update(
                "DELETE FROM outcome WHERE id IN (SELECT id FROM outcome WHERE due_at < ? LIMIT 1000)",
                now.minus(KEPT));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                new MessageId(row.getString("message")),
                Outcome.Kind.valueOf(row.getString("kind")),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                new PhoneNumber(row.getString("recipient")),
                Rows.text(row, "reply_to"),
                Rows.time(row, "happened_at"));
    }
}
