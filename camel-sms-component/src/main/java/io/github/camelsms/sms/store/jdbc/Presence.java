package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.UncertainPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The heartbeat of this process in the store, the gateways that it serves, and its judgement on others. A process that
 * was stopped for a while was thought dead meanwhile: it shows itself again before it is handed out anything. And who
 * was away itself, or saw the clock jump, judges nobody: perhaps the store was away for all.
 */
final class Presence {

    private final Database database;
    private final Tables tables;
    private final Duration timeout;
    private final Map<String, UncertainPolicy> gateways = new ConcurrentHashMap<>();
    private volatile long shown;

    /**
     * @param timeout time of silence after which a process is thought dead
     */
    Presence(Database database, Tables tables, Duration timeout) {
        this.database = database;
        this.tables = tables;
        this.timeout = timeout;
        this.shown = System.nanoTime() - timeout.toNanos();
    }

    void serves(String gateway, UncertainPolicy policy) {
        gateways.put(gateway, policy);
    }

    void servesNoMore(String gateway) {
        gateways.remove(gateway);
    }

    /** Writes the heartbeat when the last one is old. */
    void show(Tx tx) throws SQLException {
        if (System.nanoTime() - shown > timeout.toNanos() / 4) {
            beat(tx);
        }
    }

    /** Writes the heartbeat. */
    void beat(Tx tx) throws SQLException {
        database.readClock(tx);
        Instant now = tables.now();
        ClockStep.look(tx, tables.workers().lastSeen(tx).orElse(now), now);
        tables.workers().seen(tx, tables.worker(), now);
        for (Map.Entry<String, UncertainPolicy> gateway : gateways.entrySet()) {
            tables.workers().register(tx, gateway.getKey(), tables.worker(), gateway.getValue(), now);
        }
        tx.remember(() -> shown = System.nanoTime());
    }

    /** Processes that have been silent for too long, as far as this one can tell. */
    List<String> dead(Tx tx) throws SQLException {
        return database.isSteady(timeout.dividedBy(2))
                ? tables.workers().dead(tx, tables.worker(), tables.now().minus(timeout))
                : List.of();
    }
}
