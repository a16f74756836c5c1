package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What accounts and groups have sent, by months and, where that is limited, by days; {@link Charges} counts. */
final class UsageTable {

    /** What an operator has set is beside what was counted, so that the count can always be checked. */
    private static final int CORRECTION = -1;

    /** Beside months such as 2026-11 there are days. */
    private static final String MONTHS = " WHERE LENGTH(month) = 7";

    private record Row(String owner, String month, long parts, Optional<Instant> last) {}

    List<AccountUsage> all(Tx tx, YearMonth month) throws SQLException {
        Map<String, AccountUsage> all = new TreeMap<>();
        for (Row row : rows(tx, MONTHS, month)) {
            all.merge(row.owner(), usage(row, month), UsageTable::sum);
        }
        return List.copyOf(all.values());
    }

    AccountUsage of(Tx tx, Kind kind, String name, YearMonth month) throws SQLException {
        AccountUsage none = AccountUsage.none(kind, name);
        return rows(tx, MONTHS + " AND owner = ?", month, owner(kind, name)).stream()
                .map(row -> usage(row, month))
                .reduce(none, UsageTable::sum);
    }

    void reset(Tx tx, Kind kind, String name, long parts, YearMonth month) throws SQLException {
        long now = parts(tx, owner(kind, name), month.toString());
        tx.update(
                "INSERT INTO account_usage (owner, month, shard, parts) VALUES (?,?," + CORRECTION + ",?)"
                        + " ON CONFLICT (owner, month, shard) DO UPDATE SET"
                        + " parts = account_usage.parts + excluded.parts",
                owner(kind, name),
                month.toString(),
                parts - now);
    }

    /** What is counted in a month or on a day. */
    long parts(Tx tx, String owner, String period) throws SQLException {
        return tx.queryOne(
                        "SELECT COALESCE(SUM(parts), 0) AS parts FROM account_usage WHERE owner = ? AND month = ?",
                        row -> row.getLong("parts"),
                        owner,
                        period)
                .orElse(0L);
    }

    /** The sum of each month that counts, and with it when the last message was accepted, which may be long ago. */
    private static List<Row> rows(Tx tx, String where, YearMonth month, Object... arguments) throws SQLException {
        return tx
                .query(
                        "SELECT owner, month, SUM(parts) AS parts, MAX(last_at) AS last_at FROM account_usage" + where
                                + " GROUP BY owner, month",
                        row -> new Row(
                                row.getString("owner"),
                                row.getString("month"),
                                Math.max(0, row.getLong("parts")),
                                Rows.optionalTime(row, "last_at")),
                        arguments)
                .stream()
                .filter(row -> row.month().compareTo(month.toString()) <= 0)
                .toList();
    }

    private static AccountUsage usage(Row row, YearMonth month) {
        int colon = row.owner().indexOf(':');
        return new AccountUsage(
                Kind.valueOf(row.owner().substring(0, colon).toUpperCase(Locale.ROOT)),
                row.owner().substring(colon + 1),
                row.month().equals(month.toString()) ? row.parts() : 0,
                row.month().equals(month.minusMonths(1).toString()) ? row.parts() : 0,
                row.last());
    }

    private static AccountUsage sum(AccountUsage one, AccountUsage other) {
        return new AccountUsage(
                one.kind(),
                one.name(),
                one.thisMonth() + other.thisMonth(),
                one.previousMonth() + other.previousMonth(),
                Stream.of(one.lastSent(), other.lastSent())
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo));
    }

    private static String owner(Kind kind, String name) {
        return kind.word() + ":" + name;
    }
}
