package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudget.Pace;
import io.github.camelsms.sms.routing.GatewayBudgets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How much each gateway may carry now. Nothing is asked about a gateway without limits. */
final class Allowances {

    /** Parts that may go out now: it fills up with time, up to what the rate gives in its time. */
    private static final class Bucket {

        private double parts;
        private long filledAt;

        Bucket(Pace pace, long now) {
            this.parts = pace.parts();
            this.filledAt = now;
        }

        synchronized double fill(Pace pace, long now) {
            double more = (double) (now - filledAt) * pace.parts() / pace.time().toNanos();
            parts = Math.min(pace.parts(), parts + more);
            filledAt = now;
            return parts;
        }

        synchronized void take(int taken) {
            parts -= taken;
        }
    }

    private final GatewayCounts counts;
    private final GatewayFailures failures;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private volatile GatewayBudgets budgets = GatewayBudgets.NONE;

    Allowances(GatewayCounts counts, GatewayFailures failures) {
        this.counts = counts;
        this.failures = failures;
    }

    /** From now on these are the limits. */
    void limit(GatewayBudgets limits) {
        this.budgets = limits;
    }

    GatewayBudgets budgets() {
        return budgets;
    }

    /** What the gateway may be handed out. */
    Allowance of(Tx tx, String gateway, Instant now) throws SQLException {
        GatewayBudget budget = budgets.of(gateway);
        Optional<Instant> closed = closedUntil(tx, gateway, budget, now);
        if (closed.isPresent()) {
            return Allowance.none(closed.get());
        }
        if (!budget.isLimited()) {
            return Allowance.UNLIMITED;
        }
        double tokens = Double.MAX_VALUE;
        if (budget.pace().isPresent()) {
            Pace pace = budget.pace().get();
            Bucket bucket = buckets.computeIfAbsent(budget.countedAs(), id -> new Bucket(pace, System.nanoTime()));
            tokens = bucket.fill(pace, System.nanoTime());
            if (tokens < 1) {
                long nanos = (long) ((1 - tokens) * pace.time().toNanos() / pace.parts());
                return Allowance.none(now.plusNanos(nanos));
            }
        }
        return new Allowance(left(tx, budget, now), inFlight(tx, gateway), tokens, Optional.empty());
    }

    /** The gateway has been handed out so many parts. */
    void handedOut(Tx tx, String gateway, int parts) {
        Optional.ofNullable(buckets.get(budgets.of(gateway).countedAs()))
                .ifPresent(bucket -> tx.remember(() -> bucket.take(parts)));
    }

    /** Whether a message for that number has to wait for tomorrow. */
    boolean isOneTooMany(Tx tx, String gateway, String recipient, Instant now) throws SQLException {
        GatewayBudget budget = budgets.of(gateway);
        return budget.recipientsADay() != GatewayBudget.NO_LIMIT
                && counts.recipientsToday(tx, budgets, budget, now) >= budget.recipientsADay()
                && !counts.isKnown(tx, budgets, budget, recipient, now);
    }

    /** Whether the gateway sends nothing for now, whatever waits. */
    boolean isClosed(Tx tx, String gateway, Instant now) throws SQLException {
        return closedUntil(tx, gateway, budgets.of(gateway), now).isPresent();
    }

    private Optional<Instant> closedUntil(Tx tx, String gateway, GatewayBudget budget, Instant now)
            throws SQLException {
        if (budget.failures() > 0) {
            Optional<Instant> cooling = failures.coolingUntil(tx, gateway, now);
            if (cooling.isPresent()) {
                return cooling;
            }
        }
        Optional<Instant> opens = budget.opensAt(now, budgets.zone());
        if (opens.isPresent()) {
            return opens;
        }
        if (budget.partsAMonth() != GatewayBudget.NO_LIMIT
                && counts.partsThisMonth(tx, budgets, budget, now) >= budget.partsAMonth()) {
            return Optional.of(GatewayBudget.nextMonth(now, budgets.zone()));
        }
        if (budget.partsADay() != GatewayBudget.NO_LIMIT
                && counts.partsToday(tx, budgets, budget, now) >= budget.partsADay()) {
            return Optional.of(GatewayBudget.nextDay(now, budgets.zone()));
        }
        return Optional.empty();
    }

    private long left(Tx tx, GatewayBudget budget, Instant now) throws SQLException {
        long left = GatewayBudget.NO_LIMIT;
        if (budget.partsADay() != GatewayBudget.NO_LIMIT) {
            left = budget.partsADay() - counts.partsToday(tx, budgets, budget, now);
        }
        if (budget.partsAMonth() != GatewayBudget.NO_LIMIT) {
            left = Math.min(left, budget.partsAMonth() - counts.partsThisMonth(tx, budgets, budget, now));
        }
        return left;
    }

    private static long inFlight(Tx tx, String gateway) throws SQLException {
        return tx.queryOne(
                        "SELECT COALESCE(SUM(size), 0) AS parts FROM message WHERE worker IS NOT NULL"
                                + " AND carried_by = ?",
                        row -> row.getLong("parts"),
                        gateway)
                .orElse(0L);
    }
}
