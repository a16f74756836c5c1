package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.Measured;
import io.github.camelsms.sms.store.MessageState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the networks have taken from each gateway, by day and month, and what became of it, by hour: {@link Tallies}, so
 * that it costs a transaction one statement for each count, however many parts it moves.
 */
final class GatewayCounts {

    /** What one count is about. */
    private enum Count {
        DELIVERED,
        FAILED,
        /** Seconds from network to phone, of all that was delivered. */
        SECONDS
    }

    private static final String DAY = "gateway-day:";
    private static final String MONTH = "gateway-month:";
    private static final String RECIPIENTS = "gateway-recipients:";
    private static final String HOUR = "gateway-hour:";
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH");
    private static final Duration DAYS_KEPT = Duration.ofDays(70);
    private static final Duration HOURS_KEPT = Duration.ofDays(32);
    private static final int MOST_KNOWN = 10_000;

    private final String shard;

    /** @param shard which of the rows this process writes */
    GatewayCounts(int shard) {
        this.shard = Integer.toHexString(shard);
    }

    /** The network of a gateway has taken parts of a message. */
    void taken(Tx tx, GatewayBudgets budgets, String gateway, String recipient, int parts, Instant now)
            throws SQLException {
        GatewayBudget budget = budgets.of(gateway);
        LocalDate day = LocalDate.ofInstant(now, budgets.zone());
        tx.tallies().add(name(DAY, day.toString(), budget.countedAs()), parts);
        tx.tallies().add(name(MONTH, month(day), budget.countedAs()), parts);
        if (budget.recipientsADay() != GatewayBudget.NO_LIMIT
                && tx.update(
                                "INSERT INTO gateway_recipient (day, counted_as, recipient) VALUES (?,?,?)"
                                        + " ON CONFLICT (day, counted_as, recipient) DO NOTHING",
                                day.toString(),
                                budget.countedAs(),
                                recipient)
                        > 0) {
            tx.tallies().add(name(RECIPIENTS, day.toString(), budget.countedAs()), 1);
        }
    }

    /** The network has said what became of a part that it took at {@code since}. */
    void reported(Tx tx, String gateway, MessageState state, Instant since, Instant now) {
        if (state == MessageState.DELIVERED) {
            add(tx, Count.DELIVERED, gateway, 1, now);
            add(
                    tx,
                    Count.SECONDS,
                    gateway,
                    Math.max(0, Duration.between(since, now).toSeconds()),
                    now);
        } else {
            failed(tx, gateway, now);
        }
    }

    /** The network has refused a message for good. */
    void failed(Tx tx, String gateway, Instant now) {
        add(tx, Count.FAILED, gateway, 1, now);
    }

    long partsToday(Tx tx, GatewayBudgets budgets, GatewayBudget budget, Instant now) throws SQLException {
        return sum(tx, DAY, LocalDate.ofInstant(now, budgets.zone()).toString(), budget);
    }

    long partsThisMonth(Tx tx, GatewayBudgets budgets, GatewayBudget budget, Instant now) throws SQLException {
        return sum(tx, MONTH, month(LocalDate.ofInstant(now, budgets.zone())), budget);
    }

    long recipientsToday(Tx tx, GatewayBudgets budgets, GatewayBudget budget, Instant now) throws SQLException {
        return sum(tx, RECIPIENTS, LocalDate.ofInstant(now, budgets.zone()).toString(), budget);
    }

    boolean isKnown(Tx tx, GatewayBudgets budgets, GatewayBudget budget, String recipient, Instant now)
            throws SQLException {
        return tx.queryOne(
                        "SELECT 1 FROM gateway_recipient WHERE day = ? AND counted_as = ? AND recipient = ?",
                        row -> row.getInt(1),
                        LocalDate.ofInstant(now, budgets.zone()).toString(),
                        budget.countedAs(),
                        recipient)
                .isPresent();
    }

    /** The numbers of today. */
    Set<String> known(Tx tx, GatewayBudgets budgets, GatewayBudget budget, Instant now) throws SQLException {
        return new HashSet<>(tx.query(
                "SELECT recipient FROM gateway_recipient WHERE day = ? AND counted_as = ? LIMIT " + MOST_KNOWN,
                row -> row.getString("recipient"),
                LocalDate.ofInstant(now, budgets.zone()).toString(),
                budget.countedAs()));
    }

    /** How well each gateway has delivered over the window. */
    Map<String, Measured> measured(Tx tx, GatewayBudgets budgets, Instant now) throws SQLException {
        Map<String, Map<Count, Long>> counts = new TreeMap<>();
        tx.query(
                "SELECT name, amount FROM tally WHERE name >= ? AND name < ?",
                row -> {
                    String[] name =
                            row.getString("name").substring(HOUR.length()).split(":", 4);
                    return counts.computeIfAbsent(name[3], gateway -> new TreeMap<>())
                            .merge(Count.valueOf(name[2]), row.getLong("amount"), Long::sum);
                },
                HOUR + hour(now.minus(budgets.window())),
                HOUR + "~");
        Map<String, Measured> measured = new TreeMap<>();
        counts.forEach((gateway, of) -> {
            long delivered = of.getOrDefault(Count.DELIVERED, 0L);
            long seconds = of.getOrDefault(Count.SECONDS, 0L);
            measured.put(
                    gateway,
                    new Measured(
                            delivered,
                            of.getOrDefault(Count.FAILED, 0L),
                            Duration.ofSeconds(delivered == 0 ? 0 : seconds / delivered)));
        });
        return measured;
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        String day = LocalDate.ofInstant(now.minus(DAYS_KEPT), ZoneOffset.UTC).toString();
        forget(tx, DAY, day);
        forget(tx, MONTH, day.substring(0, 7));
        forget(tx, RECIPIENTS, day);
        forget(tx, HOUR, hour(now.minus(HOURS_KEPT)));
        tx.update(
                "DELETE FROM gateway_recipient WHERE (day, counted_as, recipient) IN (SELECT day, counted_as, recipient"
                        + " FROM gateway_recipient WHERE day < ? LIMIT 1000)",
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2).toString());
    }

    private static void forget(Tx tx, String kind, String before) throws SQLException {
        tx.update("DELETE FROM tally WHERE name >= ? AND name < ?", kind, kind + before);
    }

    private void add(Tx tx, Count count, String gateway, long amount, Instant now) {
        tx.tallies().add(HOUR + hour(now) + ":" + shard + ":" + count + ":" + gateway, amount);
    }

    private String name(String kind, String period, String countedAs) {
        return kind + period + ":" + shard + ":" + countedAs;
    }

    private static long sum(Tx tx, String kind, String period, GatewayBudget budget) throws SQLException {
        List<String> names = IntStream.range(0, Waiting.SHARDS)
                .mapToObj(i -> kind + period + ":" + Integer.toHexString(i) + ":" + budget.countedAs())
                .toList();
        return tx.tallies().sum(names);
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private static String hour(Instant at) {
        return HOURS.format(at.atOffset(ZoneOffset.UTC));
    }
}
