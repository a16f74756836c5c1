package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.GatewayState.Presence;
import io.github.camelsms.sms.routing.Measured;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all gateways are like now. */
final class GatewayStates {

    private GatewayStates() {}

    static Map<String, GatewayState> read(Tx tx, Tables tables, GatewayBudgets budgets) throws SQLException {
        Instant now = tables.now();
        Set<String> served = new HashSet<>(tx.query("SELECT DISTINCT id FROM gateway", row -> row.getString("id")));
        Map<String, Measured> measured = tables.counts().measured(tx, budgets, now);
        Map<String, GatewayState> states = new TreeMap<>();
        for (String gateway : tx.query("SELECT id FROM known_gateway", row -> row.getString("id"))) {
            GatewayBudget budget = budgets.of(gateway);
            long recipients = tables.counts().recipientsToday(tx, budgets, budget, now);
            states.put(
                    gateway,
                    new GatewayState(
                            served.contains(gateway) ? Presence.SERVED : Presence.DOWN,
                            Waiting.forGateway(tx, gateway),
                            tables.counts().partsToday(tx, budgets, budget, now),
                            tables.counts().partsThisMonth(tx, budgets, budget, now),
                            recipients,
                            recipients >= budget.recipientsADay()
                                    ? tables.counts().known(tx, budgets, budget, now)
                                    : Set.of(),
                            tables.failures().coolingUntil(tx, gateway, now),
                            measured.getOrDefault(gateway, Measured.NOTHING)));
        }
        return states;
    }
}
