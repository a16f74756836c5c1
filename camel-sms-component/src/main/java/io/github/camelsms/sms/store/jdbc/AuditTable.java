package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people have done; rows are added and never touched again. */
final class AuditTable {

    void append(Tx tx, Instant now, String actor, String action, String subject, String detail) throws SQLException {
        // one chain for all machines
        tx.dialect().lock(tx, "audit");
        AuditEntry entry = AuditEntry.after(last(tx), now, actor, action, subject, detail);
        tx.update(
                "INSERT INTO audit (number, noted_at, actor, action, subject, detail, hash) VALUES (?,?,?,?,?,?,?)",
                entry.number(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.hash());
    }

    Optional<AuditEntry> last(Tx tx) throws SQLException {
        return tx.queryOne("SELECT * FROM audit ORDER BY number DESC LIMIT 1", AuditTable::entry);
    }

    List<AuditEntry> entries(Tx tx, long after, int limit) throws SQLException {
        return tx.query(
                "SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?", AuditTable::entry, after, limit);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Rows.time(row, "noted_at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("hash"));
    }
}
