package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Stop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction on the writer's connection: statements by their text, prepared once. Arguments may be {@code String},
 * {@code Integer}, {@code Long}, {@code byte[]}, {@link Instant} (kept as milliseconds), an {@code Optional} of those, or
 * an enum (kept by name).
 */
final class Tx {

    /** Reads one row. */
    interface RowMapper<T> {

        T map(ResultSet row) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tx.class);

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Set<PreparedStatement> gathered = new LinkedHashSet<>();
    private final List<Runnable> remembered = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Tallies tallies = new Tallies(this);
    private final Charges charges = new Charges(this);
    private Optional<List<Stop>> stops = Optional.empty();
    private long updates;

    Tx(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Connection connection() {
        return connection;
    }

    /** What to write differently for this database. */
    Dialect dialect() {
        return dialect;
    }

    /** The counts, as this transaction sees and changes them. */
    Tallies tallies() {
        return tallies;
    }

    /** What accounts are charged with in this transaction. */
    Charges charges() {
        return charges;
    }

    /** What is stopped, as this transaction found it. */
    List<Stop> stops(StopTable table) throws SQLException {
        if (stops.isEmpty()) {
            stops = Optional.of(table.all(this));
        }
        return stops.get();
    }

    /**
     * Writes what was gathered, and what is written once at the end; to be called before the commit.
     */
    void finish() throws SQLException {
        tallies.write();
        charges.write();
        flush();
        stops = Optional.empty();
    }

    /**
     * Has a statement run before the next one that answers, or before the commit, together with others of the same
     * text. Those of one text run in their order; between texts there is none, so this is for rows that are only added.
     */
    void later(String sql, Object... arguments) throws SQLException {
        updates++;
        PreparedStatement statement = bind(sql, arguments);
        statement.addBatch();
        gathered.add(statement);
    }

    /** Runs what {@link #later} has gathered. */
    void flush() throws SQLException {
        for (PreparedStatement statement : gathered) {
            var unused = statement.executeBatch();
        }
        gathered.clear();
    }

    /** Forgets everything that was to be done in this transaction. */
    void discard() {
        for (PreparedStatement statement : gathered) {
            try {
                statement.clearBatch();
            } catch (SQLException e) {
                LOG.debug("A statement was not cleared cleanly", e);
            }
        }
        gathered.clear();
        remembered.clear();
        afterCommit.clear();
        tallies.forget();
        charges.forget();
        stops = Optional.empty();
    }

    /** Runs a statement and tells how many rows it changed. */
    int update(String sql, Object... arguments) throws SQLException {
        updates++;
        flush();
        PreparedStatement statement = bind(sql, arguments);
        return statement.executeUpdate();
    }

    /** How many statements have changed something, or tried to. */
    long updates() {
        return updates;
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) throws SQLException {
        flush();
        PreparedStatement statement = bind(sql, arguments);
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(mapper.map(result));
            }
        }
        return rows;
    }

    <T> Optional<T> queryOne(String sql, RowMapper<T> mapper, Object... arguments) throws SQLException {
        List<T> rows = query(sql, mapper, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /**
     * Changes what this process keeps in memory of the store: once the transaction is durable, and before the next one
     * begins or anybody is told of this one.
     *
     * @param change is short and does not fail
     */
    void remember(Runnable change) {
        remembered.add(change);
    }

    /** Makes the changes that {@link #remember} collected. */
    void makeRemembered() {
        remembered.forEach(Runnable::run);
        remembered.clear();
    }

    /** Has {@code action} run once the transaction is durable, beside those who are told of it and in no order. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Takes the actions that {@link #afterCommit} collected. */
    List<Runnable> takeAfterCommit() {
        List<Runnable> taken = List.copyOf(afterCommit);
        afterCommit.clear();
        return taken;
    }

    /** Closes the statements; the connection stays open. */
    void close() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("A statement was not closed cleanly", e);
            }
        }
        statements.clear();
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        if (argument instanceof String text) {
            statement.setString(index, dialect.text(text));
        } else if (argument instanceof Integer number) {
            statement.setInt(index, number);
        } else if (argument instanceof Long number) {
            statement.setLong(index, number);
        } else if (argument instanceof Instant time) {
            statement.setLong(index, time.toEpochMilli());
        } else if (argument instanceof byte[] octets) {
            statement.setBytes(index, octets);
        } else if (argument instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (argument instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                bind(statement, index, optional.get());
            } else {
                statement.setNull(index, Types.NULL);
            }
        } else {
            throw new IllegalArgumentException("No column type for " + argument.getClass());
        }
    }
}
