package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.UncertainPolicy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The processes that work on this store, and the gateways that each of them serves. */
final class WorkerTable {

    void seen(Tx tx, String worker, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO worker (id, seen_at) VALUES (?,?)"
                        + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
                worker,
                now);
    }

    /** Workers other than {@code self} that have not been seen since {@code since}. */
    List<String> dead(Tx tx, String self, Instant since) throws SQLException {
        return tx.query("SELECT id FROM worker WHERE seen_at < ? AND id <> ?", row -> row.getString("id"), since, self);
    }

    void forget(Tx tx, String worker) throws SQLException {
        tx.update("DELETE FROM gateway WHERE worker = ?", worker);
        tx.update("DELETE FROM worker WHERE id = ?", worker);
    }

    void register(Tx tx, String gateway, String worker, UncertainPolicy policy) throws SQLException {
        tx.update(
                "INSERT INTO gateway (id, worker, uncertain) VALUES (?,?,?)"
                        + " ON CONFLICT (id, worker) DO UPDATE SET uncertain = excluded.uncertain",
                gateway,
                worker,
                policy);
    }

    void unregister(Tx tx, String gateway, String worker) throws SQLException {
        tx.update("DELETE FROM gateway WHERE id = ? AND worker = ?", gateway, worker);
    }

    boolean isKnown(Tx tx, String gateway) throws SQLException {
        return tx.queryOne("SELECT 1 FROM gateway WHERE id = ? LIMIT 1", row -> row.getInt(1), gateway)
                .isPresent();
    }

    /** What the gateway wants done with messages of uncertain fate. */
    UncertainPolicy policy(Tx tx, String gateway) throws SQLException {
        return tx.queryOne(
                        "SELECT uncertain FROM gateway WHERE id = ? LIMIT 1",
                        row -> UncertainPolicy.valueOf(row.getString("uncertain")),
                        gateway)
                .orElse(UncertainPolicy.RETRY);
    }
}
