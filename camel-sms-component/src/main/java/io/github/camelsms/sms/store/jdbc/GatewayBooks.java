package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.routing.Budget;
import io.github.camelsms.sms.store.MessageId;
import java.sql.SQLException;

/** What is written down of a gateway as it sends. */
final class GatewayBooks {

    private final Tables tables;

    GatewayBooks(Tables tables) {
        this.tables = tables;
    }

    /** Its network has taken parts of a message. */
    void taken(Tx tx, MessageId id, String gateway, int parts) throws SQLException {
        Budget budget = tables.allowances().budgets().of(gateway);
        String recipient = budget.recipientsADay() == Budget.NO_LIMIT ? "" : recipient(tx, id);
        tables.counts().taken(tx, tables.allowances().budgets(), gateway, recipient, parts, tables.now());
        tables.failures().succeeded(tx, gateway, budget);
    }

    /** An attempt has failed. */
    void failed(Tx tx, String gateway, FailureKind kind) throws SQLException {
        if (kind == FailureKind.REJECTED) {
            tables.counts().failed(tx, gateway, tables.now());
        } else {
            tables.failures().failed(tx, gateway, tables.allowances().budgets().of(gateway), tables.now());
        }
    }

    /** How many parts a message has. */
    int parts(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne("SELECT parts FROM message WHERE id = ?", row -> row.getInt("parts"), id.value())
                .filter(parts -> parts > 0)
                .orElse(1);
    }

    private static String recipient(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne("SELECT recipient FROM message WHERE id = ?", row -> row.getString("recipient"), id.value())
                .orElseThrow();
    }
}
