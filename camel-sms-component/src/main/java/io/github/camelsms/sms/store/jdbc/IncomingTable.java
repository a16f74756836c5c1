package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whole messages that were received. Nothing leaves this table: what has been handed on stays, marked so. */
final class IncomingTable {

    /** Where a received message is. */
    private enum State {
        WAITING,
        DONE,
        /** Empty: there is nothing to hand on. */
        DISCARDED
    }

    private static final String LINK_SEPARATOR = "\n";

    private final Leases leases = new Leases(Mailbox.INCOMING, "incoming");

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
                empty ? State.DISCARDED : State.WAITING,
                empty ? "empty" : "",
                empty ? Optional.empty() : Optional.of(now));
    }

    HandOut<Incoming> handOut(Tx tx, String worker, int limit, Instant now) throws SQLException {
        return leases.handOut(tx, worker, limit, now, IncomingTable::incoming);
    }

    void done(Tx tx, Lease lease) throws SQLException {
        tx.update(
                "UPDATE incoming SET state = ?, due_at = NULL, worker = NULL WHERE id = ?",
                State.DONE,
                lease.id().value());
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
