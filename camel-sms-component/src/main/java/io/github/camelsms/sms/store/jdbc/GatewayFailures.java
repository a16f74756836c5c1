package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gateways that fail again and again, and until when each of them is left alone. */
final class GatewayFailures {

    /** Gateways without a row, as far as this process knows. */
    private final Set<String> sound = ConcurrentHashMap.newKeySet();

    /** An attempt has failed that another one could have sent. */
    void failed(Tx tx, String gateway, GatewayBudget budget, Instant now) throws SQLException {
        if (budget.failures() == 0) {
            return;
        }
        sound.remove(gateway);
        tx.update(
                "INSERT INTO gateway_failure (gateway, failures) VALUES (?, 1)"
                        + " ON CONFLICT (gateway) DO UPDATE SET failures = gateway_failure.failures + 1",
                gateway);
        tx.update(
                "UPDATE gateway_failure SET cooling_until = ? WHERE gateway = ? AND failures >= ?",
                now.plus(budget.coolDown()),
                gateway,
                budget.failures());
    }

    /** It sends: what was is forgotten. */
    void succeeded(Tx tx, String gateway, GatewayBudget budget) throws SQLException {
        if (budget.failures() == 0 || sound.contains(gateway)) {
            return;
        }
        tx.update("DELETE FROM gateway_failure WHERE gateway = ?", gateway);
        tx.remember(() -> sound.add(gateway));
    }

    /** When it may be asked again; empty when it may now. */
    Optional<Instant> coolingUntil(Tx tx, String gateway, Instant now) throws SQLException {
        return tx.queryOne(
                        "SELECT cooling_until FROM gateway_failure WHERE gateway = ?",
                        row -> Rows.optionalTime(row, "cooling_until"),
                        gateway)
                .flatMap(until -> until)
                .filter(now::isBefore);
    }
}
