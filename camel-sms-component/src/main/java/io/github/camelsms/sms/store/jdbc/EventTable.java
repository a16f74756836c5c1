package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What happened to messages. That they were accepted is not written here: the message itself says so. */
final class EventTable {

    void insert(Tx tx, MessageId message, Kind kind, String detail, Instant now) throws SQLException {
        tx.later(
                "INSERT INTO message_event (message, n, at, event, detail)"
                        + " SELECT ?, COALESCE(MAX(n), 0) + 1, ?, ?, ? FROM message_event WHERE message = ?",
                message.value(),
                now,
                kind,
                detail,
                message.value());
    }

    List<MessageEvent> of(Tx tx, MessageId message) throws SQLException {
        return tx.query(
                "SELECT at, event, detail FROM message_event WHERE message = ? ORDER BY n",
                row -> new MessageEvent(
                        Rows.time(row, "at"), Kind.valueOf(row.getString("event")), row.getString("detail")),
                message.value());
    }
}
