package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageId;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the three tables that hand things out have in common: a row with a {@code due_at} waits, a row with a
 * {@code worker} is handed out, and each hand-out has a token of its own.
 */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final int MOMENT_MILLIS = 50;
    /** The reason of a row that was set aside begins so. */
    static final String DAMAGED = "damaged: ";

    private final Mailbox mailbox;
    private final String table;
    private final String aside;

    /**
     * @param aside what else is set in a row that makes no sense, as SQL
     */
    Leases(Mailbox mailbox, String table, String aside) {
        this.mailbox = mailbox;
        this.table = table;
        this.aside = aside;
    }

    /** Hands out the rows that are due, in the order in which they became so. */
    <T> HandOut<T> handOut(Tx tx, String worker, int limit, Instant now, Tx.RowMapper<T> mapper) throws SQLException {
        return handOut(tx, new Condition(), worker, limit, now, mapper);
    }

    /** The same of those rows alone that fit. */
    <T> HandOut<T> handOut(Tx tx, Condition rows, String worker, int limit, Instant now, Tx.RowMapper<T> mapper)
            throws SQLException {
        Condition isDue = rows.copy().and("due_at <= ?", Optional.of(now));
        List<String> due = tx.query(
                "SELECT id FROM " + table + isDue.sql() + " ORDER BY due_at, id LIMIT " + limit
                        + tx.dialect().forUpdateSkipLocked(),
                row -> row.getString("id"),
                isDue.arguments());
        List<Leased<T>> taken = new ArrayList<>();
        for (String id : due) {
            take(tx, id, worker, mapper).ifPresent(taken::add);
        }
        return new HandOut<>(taken, due.size() < limit ? nextDue(tx, rows, now) : Optional.empty());
    }

    /** What somebody else has for a moment is asked for again after a moment. */
    static Instant soon(Instant due, Instant now) {
        return due.isAfter(now) ? due : now.plusMillis(MOMENT_MILLIS);
    }

    /**
     * Marks a row as handed out, and reads it.
     *
     * @return empty when the row makes no sense: it is set aside, so that the others go on
     */
    <T> Optional<Leased<T>> take(Tx tx, String id, String worker, Tx.RowMapper<T> mapper) throws SQLException {
        try {
            return Optional.of(mark(tx, id, worker, mapper));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            putAside(tx, id, e);
            return Optional.empty();
        }
    }

    /** Takes a row that makes no sense out of the way; it stays where it is, due to nobody. */
    void putAside(Tx tx, String id, RuntimeException why) throws SQLException {
        LOG.error("{} of table {} is damaged and set aside, the others go on: {}", id, table, why.toString());
        tx.update(
                "UPDATE " + table + " SET due_at = NULL, worker = NULL, reason = ?" + aside + " WHERE id = ?",
                DAMAGED + why.getMessage(),
                id);
    }

    private <T> Leased<T> mark(Tx tx, String id, String worker, Tx.RowMapper<T> mapper) throws SQLException {
        tx.update(
                "UPDATE " + table + " SET due_at = NULL, worker = ?, lease = lease + 1, attempts = attempts + 1"
                        + " WHERE id = ?",
                worker,
                id);
        return tx.queryOne(
                        "SELECT * FROM " + table + " WHERE id = ?", row -> new Leased<>(read(row), mapper.map(row)), id)
                .orElseThrow(() -> new SQLDataException("An index knows " + id + ", its table does not"));
    }

    Lease read(ResultSet row) throws SQLException {
        return new Lease(mailbox, new MessageId(row.getString("id")), row.getLong("lease"), row.getInt("attempts"));
    }

    /** Refuses a lease that somebody else has taken over. */
    void check(Tx tx, Lease lease, String worker) throws SQLException {
        boolean valid = tx.queryOne(
                        "SELECT 1 FROM " + table + " WHERE id = ? AND lease = ? AND worker = ?"
                                + tx.dialect().forUpdate(),
                        row -> row.getInt(1),
                        lease.id().value(),
                        lease.token(),
                        worker)
                .isPresent();
        if (!valid) {
            throw new IllegalStateException("The lease " + lease.token() + " of " + lease.id()
                    + " is no longer valid: it has ended, or another worker has taken over");
        }
    }

    /** Makes a row that is handed out due again. */
    void giveBack(Tx tx, Lease lease, String reason, Instant due) throws SQLException {
        tx.update(
                "UPDATE " + table + " SET due_at = ?, worker = NULL, reason = ? WHERE id = ?",
                due,
                reason,
                lease.id().value());
    }

    /** The same, and what is said of it stays. */
    void giveBack(Tx tx, Lease lease, Instant due) throws SQLException {
        tx.update(
                "UPDATE " + table + " SET due_at = ?, worker = NULL WHERE id = ?",
                due,
                lease.id().value());
    }

    /** A hand-out that could not even be tried is no attempt. */
    void uncount(Tx tx, Lease lease) throws SQLException {
        tx.update(
                "UPDATE " + table + " SET attempts = attempts - 1 WHERE id = ?",
                lease.id().value());
    }

    /** Makes everything due again that a dead worker had. */
    int recover(Tx tx, String deadWorker, Instant now) throws SQLException {
        return tx.update("UPDATE " + table + " SET due_at = ?, worker = NULL WHERE worker = ?", now, deadWorker);
    }

    /** The earliest time at which it is worth while to ask again. */
    private Optional<Instant> nextDue(Tx tx, Condition rows, Instant now) throws SQLException {
        Condition later = rows.copy().and("due_at > ?", Optional.of(tx.dialect().dueAfter(now)));
        return tx.queryOne(
                "SELECT due_at FROM " + table + later.sql() + " ORDER BY due_at LIMIT 1",
                row -> soon(Rows.time(row, "due_at"), now),
                later.arguments());
    }
}
