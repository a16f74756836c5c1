package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.ReplyTo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages to be sent: the rows of table {@code message}. */
final class OutgoingTable {

    private final Leases leases = new Leases(Mailbox.OUTGOING, "message", ", state = 'HELD'");
    private final Duration delayWarning;
    private final Duration failoverAfter;
    private final Waiting waiting;

    /**
     * @param delayWarning when a sender is warned
     * @param failoverAfter how long a message waits for one gateway of several
     * @param waiting counts what waits
     */
    OutgoingTable(Duration delayWarning, Duration failoverAfter, Waiting waiting) {
        this.delayWarning = delayWarning;
        this.failoverAfter = failoverAfter;
        this.waiting = waiting;
    }

    Leases leases() {
        return leases;
    }

    void insert(Tx tx, MessageId id, Message message, Optional<Charging.Charge> charge, Instant now)
            throws SQLException {
        Instant due = message.notBefore().filter(now::isBefore).orElse(now);
        Instant warnAt = due.plus(delayWarning);
        tx.later(
                "INSERT INTO message (id, account, recipient, sender, text, data, attributes, gateways, target,"
                        + " reply_to, priority, accepted_at, not_before, expires_at, warn_at, state, reason, due_at,"
                        + " failover_at, size, charged, charge_month, charge_group, attempts, lease, parts)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0)",
                id.value(),
                message.account(),
                message.recipient().value(),
                message.sender(),
                Rows.textOf(message.body()),
                Rows.dataOf(message.body()),
                message.attributes().encoded(),
                message.gateways().text(),
                message.gateways().first(),
                message.replyTo().map(ReplyTo::mailbox),
                message.priority(),
                now,
                message.notBefore(),
                message.expiresAt(),
                warnAt.isBefore(message.expiresAt()) ? Optional.of(warnAt) : Optional.empty(),
                due.isAfter(now) ? MessageState.SCHEDULED : MessageState.QUEUED,
                "",
                due,
                failoverAt(message.gateways(), due),
                message.parts(),
                message.parts(),
                charge.map(Charging.Charge::month),
                charge.flatMap(Charging.Charge::group));
        waiting.begins(tx, message.gateways().first(), message.account());
    }

    /** Accepted messages less those that are in a state: zero, or the store is wrong. */
    long drift(Tx tx) throws SQLException {
        return Waiting.accepted(tx)
                - counts(tx).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Sets the state and who may carry it next. */
    void requeue(Tx tx, Lease lease, MessageState state, GatewayChoice choice, String reason, Optional<Instant> due)
            throws SQLException {
        target(tx, lease.id(), choice);
        // a message that the network may have moves on by itself to no other one
        Optional<Instant> failoverAt =
                due.filter(at -> state != MessageState.UNCERTAIN).flatMap(at -> failoverAt(choice, at));
        tx.update(
                "UPDATE message SET state = ?, reason = ?, due_at = ?, failover_at = ?, worker = NULL WHERE id = ?",
                state,
                reason,
                due,
                failoverAt,
                lease.id().value());
    }

    /** Has another gateway of its list carry a message that waits. */
    void moveOn(Tx tx, MessageId id, GatewayChoice choice, Instant now) throws SQLException {
        target(tx, id, choice);
        tx.update("UPDATE message SET failover_at = ? WHERE id = ?", failoverAt(choice, now), id.value());
    }

    /** Messages that could go to another gateway, all or those whose time to is over, the longest waiting first. */
    List<MessageId> waitingFor(Tx tx, GatewayChoice choice, Optional<Instant> over, int limit) throws SQLException {
        return ids(
                tx,
                "SELECT id FROM message WHERE gateways = ? AND failover_at <= ? AND due_at IS NOT NULL"
                        + " ORDER BY failover_at LIMIT ?"
                        + tx.dialect().forUpdateSkipLocked(),
                choice.text(),
                over.orElse(Instant.ofEpochMilli(Long.MAX_VALUE)),
                limit);
    }

    /** From now on only {@code gateway} may carry it: it has begun to. */
    void pin(Tx tx, MessageId id, String gateway) throws SQLException {
        target(tx, id, new GatewayChoice(List.of(gateway)));
        tx.update("UPDATE message SET failover_at = NULL WHERE id = ? AND failover_at IS NOT NULL", id.value());
    }

    private void target(Tx tx, MessageId id, GatewayChoice choice) throws SQLException {
        String before = tx.queryOne(
                        "SELECT target FROM message WHERE id = ?", row -> row.getString("target"), id.value())
                .orElseThrow();
        tx.update(
                "UPDATE message SET gateways = ?, target = ? WHERE id = ? AND gateways <> ?",
                choice.text(),
                choice.first(),
                id.value(),
                choice.text());
        waiting.moves(tx, before, choice.first());
    }

    private Optional<Instant> failoverAt(GatewayChoice choice, Instant due) {
        return choice.hasAlternative() ? Optional.of(due.plus(failoverAfter)) : Optional.empty();
    }

    /** Sets the state of a row that is handed out and stays so. */
    void working(Tx tx, MessageId id, MessageState state) throws SQLException {
        // what changes nothing costs no trip to the disk
        tx.update("UPDATE message SET state = ? WHERE id = ? AND state <> ?", state, id.value(), state);
    }

    /** Ends the work on a message; it waits for nothing but reports. */
    void settle(Tx tx, MessageId id, MessageState state, String reason) throws SQLException {
        record Before(MessageState state, String target, Optional<String> account) {}
        Before before = tx.queryOne(
                        "SELECT state, target, account FROM message WHERE id = ?"
                                + tx.dialect().forUpdate(),
                        row -> new Before(
                                MessageState.valueOf(row.getString("state")),
                                row.getString("target"),
                                Rows.text(row, "account")),
                        id.value())
                .orElseThrow();
        if (Waiting.waits(before.state()) && !Waiting.waits(state)) {
            waiting.ends(tx, before.target(), before.account());
        }
        tx.update(
                "UPDATE message SET state = ?, reason = ?, due_at = NULL, worker = NULL, warn_at = NULL WHERE id = ?",
                state,
                reason,
                id.value());
    }

    /** Has this transaction alone change the message, until its end. */
    void lock(Tx tx, MessageId id) throws SQLException {
        tx.query("SELECT 1 FROM message WHERE id = ?" + tx.dialect().forUpdate(), row -> id, id.value());
    }

    Optional<MessageRecord> find(Tx tx, MessageId id) throws SQLException {
        List<String> references = references(tx, id.value());
        return tx.queryOne("SELECT * FROM message WHERE id = ?", row -> record(row, references), id.value());
    }

    /** What is said of a message, such as why its last attempt failed. */
    String reason(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne("SELECT reason FROM message WHERE id = ?", row -> row.getString("reason"), id.value())
                .orElse("");
    }

    boolean isHandedOut(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne(
                        "SELECT 1 FROM message WHERE id = ? AND worker IS NOT NULL", row -> row.getInt(1), id.value())
                .isPresent();
    }

    /** Sets the state and the time of a row that waits or is at rest. */
    void operate(Tx tx, MessageId id, MessageState state, String reason, Optional<Instant> due) throws SQLException {
        tx.update("UPDATE message SET state = ?, reason = ?, due_at = ? WHERE id = ?", state, reason, due, id.value());
    }

    Map<MessageState, Long> counts(Tx tx) throws SQLException {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        tx.query(
                "SELECT state, COUNT(*) AS messages FROM message GROUP BY state",
                row -> counts.put(MessageState.valueOf(row.getString("state")), row.getLong("messages")));
        return counts;
    }

    /** Messages that wait although their time is over. */
    List<MessageId> expired(Tx tx, Instant now, int limit) throws SQLException {
        return ids(
                tx,
                "SELECT id FROM message WHERE (due_at IS NOT NULL OR state = 'HELD') AND expires_at <= ?"
                        + " ORDER BY expires_at LIMIT ?" + tx.dialect().forUpdateSkipLocked(),
                now,
                limit);
    }

    /** Messages whose sender should be told that it takes long; each is given once. */
    List<MessageId> delayed(Tx tx, Instant now, int limit) throws SQLException {
        List<MessageId> delayed = ids(
                tx,
                "SELECT id FROM message WHERE warn_at <= ? ORDER BY warn_at LIMIT ?"
                        + tx.dialect().forUpdateSkipLocked(),
                now,
                limit);
        for (MessageId id : delayed) {
            tx.update("UPDATE message SET warn_at = NULL WHERE id = ?", id.value());
        }
        return delayed;
    }

    /** What a dead worker had, the most urgent first. */
    List<Lease> leasedBy(Tx tx, String worker) throws SQLException {
        return tx.query(
                "SELECT id, lease, attempts FROM message WHERE worker = ?"
                        + tx.dialect().forUpdate(),
                leases::read,
                worker);
    }

    private static List<MessageId> ids(Tx tx, String sql, Object... arguments) throws SQLException {
        return tx.query(sql, row -> new MessageId(row.getString("id")), arguments);
    }

    private static List<String> references(Tx tx, String id) throws SQLException {
        return tx.query(
                "SELECT reference FROM part WHERE message = ? AND reference IS NOT NULL ORDER BY part",
                row -> row.getString("reference"),
                id);
    }

    private static MessageRecord record(ResultSet row, List<String> references) throws SQLException {
        return new MessageRecord(
                new MessageId(row.getString("id")),
                message(row),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                Rows.text(row, "carried_by"),
                references,
                Rows.time(row, "accepted_at"),
                Rows.optionalTime(row, "due_at"));
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                Rows.text(row, "account"),
                new PhoneNumber(row.getString("recipient")),
                Rows.text(row, "sender"),
                Rows.body(row),
                GatewayChoice.parse(row.getString("gateways")),
                Rows.text(row, "reply_to").map(mailbox -> new ReplyTo(mailbox, Duration.ZERO)),
                row.getInt("priority"),
                Rows.optionalTime(row, "not_before"),
                Rows.time(row, "expires_at"),
                Attributes.decode(row.getString("attributes")),
                Math.max(1, row.getInt("size")));
    }
}
