package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Budget;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.time.Instant;
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

    private record Key(String owner, String month) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOwner = owner.compareTo(other.owner);
            return byOwner == 0 ? month.compareTo(other.month) : byOwner;
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
        Map<Budget, Long> parts = new TreeMap<>((one, other) -> one.owner().compareTo(other.owner()));
        for (Message message : messages) {
            if (message.account().isPresent()) {
                String account = message.account().get();
                parts.merge(budgets.ofAccount(account), (long) message.parts(), Long::sum);
                budgets.ofGroup(account).ifPresent(group -> parts.merge(group, (long) message.parts(), Long::sum));
            }
        }
        for (Map.Entry<Budget, Long> part : parts.entrySet()) {
            Budget budget = part.getKey();
            if (budget.limit().isPresent()
                    && used(budget, month) + part.getValue() > budget.limit().get()) {
                throw new SmsRejectedException(
                        Code.QUOTA_EXCEEDED,
                        "The limit of " + budget.limit().get() + " parts a month does not allow this message; the count"
                                + " begins again on 1 "
                                + month.plusMonths(1).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            }
        }
    }

    private long used(Budget budget, YearMonth month) throws SQLException {
        Count count = count(budget.owner(), month.toString());
        count.limit = budget.limit();
        if (count.stored.isEmpty()) {
            count.stored = Optional.of(stored(budget.owner(), month.toString()));
        }
        return count.stored.get().all() + count.added + count.forced;
    }

    /**
     * Adds what was checked, or takes away what is given back.
     *
     * @param shard where this process counts what has no limit
     */
    void add(Budget budget, String month, int shard, long parts, Optional<Instant> last) {
        Count count = count(budget, month, shard, last);
        count.added += parts;
    }

    /** Adds what nobody was asked about. */
    void force(Budget budget, String month, int shard, long parts, Instant last) {
        Count count = count(budget, month, shard, Optional.of(last));
        count.forced += parts;
    }

    private Count count(Budget budget, String month, int shard, Optional<Instant> last) {
        Count count = count(budget.owner(), month);
        count.limit = budget.limit();
        count.shard = budget.limit().isPresent() ? SHARED_SHARD : shard;
        count.last = last.or(() -> count.last);
        return count;
    }

    private Count count(String owner, String month) {
        return counts.computeIfAbsent(new Key(owner, month), key -> new Count());
    }

    private Stored stored(String owner, String month) throws SQLException {
        return tx.queryOne(
                        "SELECT COALESCE(SUM(parts), 0) AS parts,"
                                + " COALESCE(SUM(CASE WHEN shard = " + SHARED_SHARD
                                + " THEN parts ELSE 0 END), 0) AS shared FROM account_usage WHERE owner = ? AND month = ?",
                        row -> new Stored(row.getLong("parts"), row.getLong("shared")),
                        owner,
                        month)
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
                    key.month(),
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
                key.month(),
                count.added,
                count.last,
                count.limit.orElseThrow() - others);
        if (written == 0) {
            throw new SQLException("another process has charged the last parts of a month", "40001");
        }
    }

    /** Forgets what has changed; to be called when the transaction is rolled back. */
    void forget() {
        counts.clear();
    }
}
