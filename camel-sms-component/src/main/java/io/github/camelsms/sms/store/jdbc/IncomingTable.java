package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingSearch;
import io.github.camelsms.sms.store.IncomingState;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whole messages that were received. Nothing leaves this table: what has been handed on stays, marked so. */
final class IncomingTable {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingTable.class);
    private static final String LINK_SEPARATOR = "\n";

    private final Leases leases = new Leases(Mailbox.INCOMING, "incoming", ", state = 'DEAD'");

    private final Duration deadAfter;
    private final int deadAttempts;

    IncomingTable(Duration deadAfter, int deadAttempts) {
        this.deadAfter = deadAfter;
        this.deadAttempts = deadAttempts;
    }

    Leases leases() {
        return leases;
    }

    void insert(Tx tx, MessageId id, Incoming incoming, Instant now) throws SQLException {
        boolean empty =
                incoming.body() instanceof Body.Text text && text.value().isEmpty();
        tx.update(
                "INSERT INTO incoming (id, gateway, originator, text, data, attributes, received_at, reply_links,"
                        + " state, reason, due_at, attempts, lease) VALUES (?,?,?,?,?,?,?,?,?,?,?,0,0)",
                id.value(),
                incoming.gateway(),
                incoming.originator(),
                Rows.textOf(incoming.body()),
                Rows.dataOf(incoming.body()),
                incoming.attributes().encoded(),
                incoming.receivedAt(),
                String.join(LINK_SEPARATOR, incoming.replyLinks()),
                empty ? IncomingState.DISCARDED : IncomingState.WAITING,
                empty ? "empty" : "",
                empty ? Optional.empty() : Optional.of(now));
    }

    HandOut<Incoming> handOut(Tx tx, String worker, int limit, Instant now) throws SQLException {
        return leases.handOut(tx, worker, limit, now, IncomingTable::incoming);
    }

    void done(Tx tx, Lease lease) throws SQLException {
        tx.update(
                "UPDATE incoming SET state = ?, due_at = NULL, worker = NULL WHERE id = ?",
                IncomingState.DONE,
                lease.id().value());
    }

    /** Makes it due again, unless it has had all its attempts and its time. */
    void release(Tx tx, Lease lease, String reason, Instant retryAt, Instant now) throws SQLException {
        int dead = tx.update(
                "UPDATE incoming SET state = ?, reason = ?, due_at = NULL, worker = NULL"
                        + " WHERE id = ? AND attempts >= ? AND received_at <= ?",
                IncomingState.DEAD,
                reason,
                lease.id().value(),
                deadAttempts,
                now.minus(deadAfter));
        if (dead == 0) {
            leases.giveBack(tx, lease, reason, retryAt);
        } else {
            LOG.error(
                    "{} was received and no route takes it: it is kept as a dead letter ({}); see incoming ls",
                    lease.id(),
                    reason);
        }
    }

    void replay(Tx tx, MessageId id, Instant now) throws SQLException {
        int replayed = tx.update(
                "UPDATE incoming SET state = ?, due_at = ?, attempts = 0 WHERE id = ? AND state IN (?, ?)",
                IncomingState.WAITING,
                now,
                id.value(),
                IncomingState.DEAD,
                IncomingState.DONE);
        if (replayed == 0) {
            IncomingRecord message = find(tx, id)
                    .orElseThrow(() -> new SmsRejectedException(Code.NOT_FOUND, "There is no received message " + id));
            throw new SmsRejectedException(
                    Code.WRONG_STATE,
                    "Received message " + id + " is " + message.state()
                            + "; those that are DEAD or DONE can be handed out again");
        }
    }

    Optional<IncomingRecord> find(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne("SELECT * FROM incoming WHERE id = ?", IncomingTable::received, id.value());
    }

    Map<IncomingState, Long> counts(Tx tx) throws SQLException {
        Map<IncomingState, Long> counts = new EnumMap<>(IncomingState.class);
        tx.query(
                "SELECT state, COUNT(*) AS messages FROM incoming GROUP BY state",
                row -> counts.put(IncomingState.valueOf(row.getString("state")), row.getLong("messages")));
        return counts;
    }

    /** Messages that fit, the newest first. */
    List<IncomingRecord> search(Tx tx, IncomingSearch search) throws SQLException {
        Condition where = new Condition()
                .and("id < ?", search.before().map(MessageId::value))
                .and("originator IN (?, ?)", search.number(), search.number().map(number -> "+" + number))
                .and("gateway = ?", search.gateway())
                .in("state", search.states());
        return tx.query(
                "SELECT * FROM incoming" + where.sql() + " ORDER BY id DESC LIMIT " + search.limit(),
                IncomingTable::received,
                where.arguments());
    }

    private static IncomingRecord received(ResultSet row) throws SQLException {
        return new IncomingRecord(
                new MessageId(row.getString("id")),
                incoming(row),
                IncomingState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"));
    }

    private static Incoming incoming(ResultSet row) throws SQLException {
        String links = row.getString("reply_links");
        return new Incoming(
                row.getString("gateway"),
                row.getString("originator"),
                Rows.body(row),
                Rows.time(row, "received_at"),
                Attributes.decode(row.getString("attributes")),
                links.isEmpty() ? List.of() : List.of(links.split(LINK_SEPARATOR, -1)));
    }
}
