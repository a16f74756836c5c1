package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Budget;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the work of one transaction is charged with. A count is read at most once in a transaction and written once, at
 * its end, in the order of the names; the statement that writes a limited one says the limit again, so that of two
 * machines that both saw room for the last parts only one has it.
 */
final class Charges {

    private static final int SHARED_SHARD = 0;
    private static final int DAY = "2026-11-22".length();
    private static final int DAYS_KEPT = 31;

    /** @param period a month such as 2026-11, or a day such as 2026-11-22 */
    private record Key(String owner, String period) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner == 0 ? period.compareTo(other.period) : byOwner;
        }

        boolean isDay() {
            return period.length() == DAY;
        }
    }

    /**
     * A count, as it was found.
     *
     * @param all with what is counted in other shards
     * @param shared in the shard that those count in who have the limit
     */
    private record Stored(long all, long shared) {}

    /** A count, as far as this transaction knows and changes it. */
    private static final class Count {
        private Optional<Long> limit = Optional.empty();
        private Optional<Stored> stored = Optional.empty();
        private long added;
        private long forced;
        private int shard;
        private Optional<Instant> last = Optional.empty();
    }

    private final Tx tx;
    private final Map<Key, Count> counts = new TreeMap<>();

    Charges(Tx tx) {
        this.tx = tx;
    }

    /** Refuses messages whose parts a limit does not allow; nothing is charged yet. */
    void check(Budgets budgets, List<Message> messages, Instant now) throws SQLException {
        YearMonth month = budgets.month(now);
        Map<Budget, Long> monthly = none();
        Map<Budget, Long> daily = none();
        for (Message message : messages) {
            long parts = message.parts();
            if (message.account().isPresent()) {
                String account = message.account().get();
                monthly.merge(budgets.ofAccount(account), parts, Long::sum);
                budgets.ofGroup(account).ifPresent(group -> monthly.merge(group, parts, Long::sum));
            }
            budgets.daily(message.account()).forEach(budget -> daily.merge(budget, parts, Long::sum));
        }
        check(
                monthly,
                month.toString(),
                "a month",
                "1 " + month.plusMonths(1).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        check(
                daily,
                budgets.day(now).toString(),
                "a day",
                budgets.day(now).plusDays(1).toString());
    }

    private static Map<Budget, Long> none() {
        return new TreeMap<>((one, other) -> one.owner().compareTo(other.owner()));
    }

    private void check(Map<Budget, Long> parts, String period, String each, String again) throws SQLException {
        for (Map.Entry<Budget, Long> part : parts.entrySet()) {
            Budget budget = part.getKey();
            if (budget.limit().isPresent()
                    && used(budget, period) + part.getValue() > budget.limit().get()) {
                throw new SmsRejectedException(
                        Code.QUOTA_EXCEEDED,
                        "The limit of " + budget.limit().get() + " parts " + each
                                + " does not allow this message; the count begins again on " + again);
            }
        }
    }

    private long used(Budget budget, String period) throws SQLException {
        Count count = count(budget.owner(), period);
        count.limit = budget.limit();
        if (count.stored.isEmpty()) {
            count.stored = Optional.of(stored(budget.owner(), period));
        }
        return count.stored.get().all() + count.added + count.forced;
    }

    /**
     * Adds what was checked, or takes away what is given back.
     *
     * @param shard where this process counts what has no limit
     */
    void add(Budget budget, String period, int shard, long parts, Optional<Instant> last) {
        Count count = count(budget, period, shard, last);
        count.added += parts;
    }

    /** Adds what nobody was asked about. */
    void force(Budget budget, String period, int shard, long parts, Instant last) {
        Count count = count(budget, period, shard, Optional.of(last));
        count.forced += parts;
    }

    private Count count(Budget budget, String period, int shard, Optional<Instant> last) {
        Count count = count(budget.owner(), period);
        count.limit = budget.limit();
        count.shard = budget.limit().isPresent() ? SHARED_SHARD : shard;
        count.last = last.or(() -> count.last);
        return count;
    }

    private Count count(String owner, String period) {
        return counts.computeIfAbsent(new Key(owner, period), key -> new Count());
    }

    private Stored stored(String owner, String period) throws SQLException {
        return tx.queryOne(
                        "SELECT COALESCE(SUM(parts), 0) AS parts,"
                                + " COALESCE(SUM(CASE WHEN shard = " + SHARED_SHARD
                                + " THEN parts ELSE 0 END), 0) AS shared FROM account_usage WHERE owner = ? AND month = ?",
                        row -> new Stored(row.getLong("parts"), row.getLong("shared")),
                        owner,
                        period)
                .orElseThrow();
    }

    /** Writes what has changed; to be called before the commit. */
    void write() throws SQLException {
        for (Map.Entry<Key, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            boolean limited = count.limit.isPresent() && count.stored.isPresent() && count.added > 0;
            if (limited) {
                writeLimited(entry.getKey(), count);
            }
            writeUnlimited(entry.getKey(), count, count.forced + (limited ? 0 : count.added));
        }
        counts.clear();
    }

    private void writeUnlimited(Key key, Count count, long parts) throws SQLException {
        if (parts != 0) {
            tx.update(
                    "INSERT INTO account_usage (owner, month, shard, parts, last_at) VALUES (?,?,?,?,?)"
                            + " ON CONFLICT (owner, month, shard) DO UPDATE SET"
                            + " parts = account_usage.parts + excluded.parts,"
                            + " last_at = COALESCE(excluded.last_at, account_usage.last_at)",
                    key.owner(),
                    key.period(),
                    count.shard,
                    parts,
                    count.last);
        }
    }

    private void writeLimited(Key key, Count count) throws SQLException {
        Stored stored = count.stored.orElseThrow();
        long others = stored.all() - stored.shared();
        int written = tx.update(
                "INSERT INTO account_usage (owner, month, shard, parts, last_at) VALUES (?,?," + SHARED_SHARD + ",?,?)"
                        + " ON CONFLICT (owner, month, shard) DO UPDATE SET"
                        + " parts = account_usage.parts + excluded.parts, last_at = excluded.last_at"
                        + " WHERE account_usage.parts + excluded.parts <= ?",
                key.owner(),
                key.period(),
                count.added,
                count.last,
                count.limit.orElseThrow() - others);
        if (stored.all() == 0 && key.isDay()) {
            tx.update(
                    "DELETE FROM account_usage WHERE owner = ? AND LENGTH(month) = " + DAY + " AND month < ?",
                    key.owner(),
                    LocalDate.parse(key.period()).minusDays(DAYS_KEPT).toString());
        }
        if (written == 0) {
            throw new SQLException("another process has charged the last parts of a limit", "40001");
        }
    }

    /** Forgets what has changed; to be called when the transaction is rolled back. */
    void forget() {
        counts.clear();
    }
}
