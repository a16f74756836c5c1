package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.store.Lease;
import java.sql.SQLException;
import java.util.Set;

/** What is written down of a gateway as it sends. */
final class GatewayBooks {

    private record Load(String gateway, String recipient, int parts) {}

    private final Tables tables;

    GatewayBooks(Tables tables) {
        this.tables = tables;
    }

    /** The network has taken the whole message; of some parts that was known before. */
    void taken(Tx tx, Lease lease, int references, Set<Integer> known) throws SQLException {
        // who gives one reference for the whole message has sent all of its parts
        int parts = known.isEmpty() ? Math.max(references, load(tx, lease).parts()) : references - known.size();
        if (parts > 0) {
            taken(tx, lease, parts);
        }
    }

    /** The network has taken parts of a message. */
    void taken(Tx tx, Lease lease, int parts) throws SQLException {
        GatewayBudgets budgets = tables.allowances().budgets();
        Load load = load(tx, lease);
        tables.counts().taken(tx, budgets, load.gateway(), load.recipient(), parts, tables.now());
        tables.failures().succeeded(tx, load.gateway(), budgets.of(load.gateway()));
    }

    /** An attempt has failed. */
    void failed(Tx tx, String gateway, FailureKind kind) throws SQLException {
        if (kind == FailureKind.REJECTED) {
            tables.counts().failed(tx, gateway, tables.now());
        } else {
            tables.failures().failed(tx, gateway, tables.allowances().budgets().of(gateway), tables.now());
        }
    }

    private static Load load(Tx tx, Lease lease) throws SQLException {
        return tx.queryOne(
                        "SELECT carried_by, recipient, size FROM message WHERE id = ?",
                        row -> new Load(
                                row.getString("carried_by"),
                                row.getString("recipient"),
                                Math.max(1, row.getInt("size"))),
                        lease.id().value())
                .orElseThrow();
    }
}
