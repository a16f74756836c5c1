package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The processes that work on this store, and the gateways that each of them serves. */
final class WorkerTable {

    private static final Duration REMEMBERED = Duration.ofDays(5);

    void seen(Tx tx, String worker, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO worker (id, seen_at) VALUES (?,?)"
                        + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
                worker,
                now);
    }

    /** When any worker was last seen. */
    Optional<Instant> lastSeen(Tx tx) throws SQLException {
        return tx.queryOne(
                "SELECT seen_at FROM worker ORDER BY seen_at DESC LIMIT 1", row -> Rows.time(row, "seen_at"));
    }

    /** Workers other than {@code self} that have not been seen since {@code since}. */
    List<String> dead(Tx tx, String self, Instant since) throws SQLException {
        return tx.query("SELECT id FROM worker WHERE seen_at < ? AND id <> ?", row -> row.getString("id"), since, self);
    }

    void forget(Tx tx, String worker, Instant now) throws SQLException {
        tx.update(
                "UPDATE known_gateway SET served_at = ? WHERE id IN (SELECT id FROM gateway WHERE worker = ?)",
                now,
                worker);
        tx.update("DELETE FROM gateway WHERE worker = ?", worker);
        tx.update("DELETE FROM worker WHERE id = ?", worker);
    }

    void register(Tx tx, String gateway, String worker, UncertainPolicy policy, Instant now) throws SQLException {
        known(tx, gateway, now);
        tx.update(
                "INSERT INTO gateway (id, worker, uncertain) VALUES (?,?,?)"
                        + " ON CONFLICT (id, worker) DO UPDATE SET uncertain = excluded.uncertain",
                gateway,
                worker,
                policy);
    }

    void unregister(Tx tx, String gateway, String worker, Instant now) throws SQLException {
        known(tx, gateway, now);
        tx.update("DELETE FROM gateway WHERE id = ? AND worker = ?", gateway, worker);
    }

    /** Whether the gateway is served, or was so recently that it may come back. */
    boolean isKnown(Tx tx, String gateway) throws SQLException {
        return tx.queryOne("SELECT 1 FROM known_gateway WHERE id = ?", row -> row.getInt(1), gateway)
                .isPresent();
    }

    /** Refuses a message that nobody knows how to carry. */
    void requireKnown(Tx tx, GatewayChoice choice) throws SQLException {
        for (String gateway : choice.ids()) {
            if (!isKnown(tx, gateway)) {
                throw new SmsRejectedException(
                        Code.NO_SUCH_GATEWAY, "There is no gateway of that id; leave it out for any gateway");
            }
        }
    }

    /** Whether a process that is alive serves the gateway. */
    boolean isServed(Tx tx, String gateway) throws SQLException {
        return tx.queryOne("SELECT 1 FROM gateway WHERE id = ? LIMIT 1", row -> row.getInt(1), gateway)
                .isPresent();
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        tx.update(
                "DELETE FROM known_gateway WHERE served_at < ? AND id NOT IN (SELECT id FROM gateway)",
                now.minus(REMEMBERED));
    }

    private static void known(Tx tx, String gateway, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO known_gateway (id, served_at) VALUES (?,?)"
                        + " ON CONFLICT (id) DO UPDATE SET served_at = excluded.served_at",
                gateway,
                now);
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
