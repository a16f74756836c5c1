package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.ReplyTo;
import io.github.camelsms.sms.store.Search;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages to be sent: the rows of table {@code message}. */
final class OutgoingTable {

    private static final String ANY_GATEWAY = "";
    /** The first of each index range. */
    private static final String NEXT_DUE = "SELECT MIN(due_at) AS due_at FROM ("
            + String.join(
                    " UNION ALL ",
                    Collections.nCopies(
                            2 * (Message.HIGHEST_PRIORITY + 1),
                            "SELECT (SELECT due_at FROM message WHERE target = ? AND priority = ? AND due_at > ?"
                                    + " AND expires_at > ? ORDER BY due_at LIMIT 1) AS due_at"))
            + ") AS heads";

    private final Leases leases = new Leases(Mailbox.OUTGOING, "message");
    private final Duration delayWarning;
    private final String tally;

    /**
     * @param tally where this process counts what it accepts: one of few rows, so that two machines seldom want the
     *     same
     */
    OutgoingTable(Duration delayWarning, String tally) {
        this.delayWarning = delayWarning;
        this.tally = tally;
    }

    Leases leases() {
        return leases;
    }

    void insert(Tx tx, MessageId id, Message message, Instant now) throws SQLException {
        Instant due = message.notBefore().filter(now::isBefore).orElse(now);
        Instant warnAt = due.plus(delayWarning);
        tx.later(
                "INSERT INTO message (id, account, recipient, sender, text, data, attributes, gateways, target,"
                        + " reply_to, priority, accepted_at, not_before, expires_at, warn_at, state, reason, due_at,"
                        + " attempts, lease, parts) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,0)",
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
                due);
    }

    /** Counts what was accepted apart from the rows, so that a row that got lost is noticed. */
    void tally(Tx tx, int accepted) throws SQLException {
        tx.later("UPDATE tally SET amount = amount + ? WHERE name = ?", accepted, tally);
    }

    /** Begins to count, where nobody has. */
    void openTally(Tx tx) throws SQLException {
        tx.update("INSERT INTO tally (name, amount) VALUES (?, 0) ON CONFLICT (name) DO NOTHING", tally);
    }

    /** Accepted messages less those that are in a state: zero, or the store is wrong. */
    long drift(Tx tx) throws SQLException {
        long accepted = tx.queryOne(
                        "SELECT COALESCE(SUM(amount), 0) AS amount FROM tally WHERE name LIKE 'accepted%'",
                        row -> row.getLong("amount"))
                .orElse(0L);
        return accepted
                - counts(tx).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Hands out what {@code gateway} may carry. */
    HandOut<Message> handOut(Tx tx, String gateway, String worker, int limit, Instant now) throws SQLException {
        List<Leased<Message>> taken = new ArrayList<>();
        for (int priority = Message.HIGHEST_PRIORITY; priority >= 0 && taken.size() < limit; priority--) {
            for (String id : due(tx, gateway, priority, limit - taken.size(), now)) {
                tx.update(
                        "UPDATE message SET state = ?, carried_by = ? WHERE id = ?", MessageState.SENDING, gateway, id);
                taken.add(leases.take(tx, id, worker, OutgoingTable::message));
            }
        }
        return new HandOut<>(taken, taken.size() < limit ? nextDue(tx, gateway, now) : Optional.empty());
    }

    /** Sets the state and who may carry it next. */
    void requeue(Tx tx, Lease lease, MessageState state, GatewayChoice choice, String reason, Optional<Instant> due)
            throws SQLException {
        tx.update(
                "UPDATE message SET state = ?, gateways = ?, target = ?, reason = ?, due_at = ?, worker = NULL"
                        + " WHERE id = ?",
                state,
                choice.text(),
                choice.first(),
                reason,
                due,
                lease.id().value());
    }

    /** From now on only {@code gateway} may carry it: it has begun to. */
    void pin(Tx tx, MessageId id, String gateway) throws SQLException {
        tx.update("UPDATE message SET gateways = ?, target = ? WHERE id = ?", gateway, gateway, id.value());
    }

    /** Sets the state of a row that is handed out and stays so. */
    void working(Tx tx, MessageId id, MessageState state) throws SQLException {
        tx.update("UPDATE message SET state = ? WHERE id = ?", state, id.value());
    }

    /** Ends the work on a message; it waits for nothing but reports. */
    void settle(Tx tx, MessageId id, MessageState state, String reason) throws SQLException {
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

    /** Messages that fit, the newest first. */
    List<MessageRecord> search(Tx tx, Search search) throws SQLException {
        Condition where = new Condition()
                .and("id < ?", search.before().map(MessageId::value))
                .and("recipient IN (?, ?)", search.number(), search.number().map(number -> "+" + number))
                .and("account = ?", search.account())
                .and("(target = ? OR carried_by = ?)", search.gateway(), search.gateway())
                .and("accepted_at >= ?", search.from())
                .and("accepted_at < ?", search.until())
                .in("state", search.states());
        List<String> ids = tx.query(
                "SELECT id FROM message" + where.sql() + " ORDER BY id DESC LIMIT " + search.limit(),
                row -> row.getString("id"),
                where.arguments());
        List<MessageRecord> found = new ArrayList<>();
        for (String id : ids) {
            find(tx, new MessageId(id)).ifPresent(found::add);
        }
        return found;
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

    private List<String> due(Tx tx, String gateway, int priority, int limit, Instant now) throws SQLException {
        String sql = "SELECT id, due_at FROM message WHERE target = ? AND priority = ? AND due_at <= ?"
                + " AND expires_at > ? ORDER BY due_at, id LIMIT ?"
                + tx.dialect().forUpdateSkipLocked();
        record Due(Instant at, String id) {}
        Tx.RowMapper<Due> mapper = row -> new Due(Rows.time(row, "due_at"), row.getString("id"));
        List<Due> due = new ArrayList<>(tx.query(sql, mapper, ANY_GATEWAY, priority, now, now, limit));
        due.addAll(tx.query(sql, mapper, gateway, priority, now, now, limit));
        return due.stream()
                .sorted(java.util.Comparator.comparing(Due::at).thenComparing(Due::id))
                .limit(limit)
                .map(Due::id)
                .toList();
    }

    private static Optional<Instant> nextDue(Tx tx, String gateway, Instant now) throws SQLException {
        Instant after = tx.dialect().dueAfter(now);
        List<Object> arguments = new ArrayList<>();
        for (String target : List.of(ANY_GATEWAY, gateway)) {
            for (int priority = 0; priority <= Message.HIGHEST_PRIORITY; priority++) {
                arguments.addAll(List.of(target, priority, after, now));
            }
        }
        return tx.queryOne(NEXT_DUE, row -> Rows.optionalTime(row, "due_at"), arguments.toArray())
                .flatMap(due -> due)
                .map(due -> Leases.soon(due, now));
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

    private static Message message(ResultSet row) throws SQLException {
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
                Attributes.decode(row.getString("attributes")));
    }
}
