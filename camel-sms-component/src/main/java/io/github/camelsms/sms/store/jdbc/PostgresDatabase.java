package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.StoreAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that several machines may work on. A connection that is lost is opened again when it is needed. */
class PostgresDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String TIME = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    /** Between two attempts to reach a server that is away. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Dialect dialect = new PostgresDialect();
    private final DatabaseClock clock = new DatabaseClock(System::nanoTime);
    private final StoreAddress address;
    private final PostgresConnections connections;
    private final Announcements announcements;
    private Optional<Connection> writer = Optional.empty();
    private Optional<SQLException> away = Optional.empty();
    private long lastAttempt;

    PostgresDatabase(StoreAddress address) {
        this.address = address;
        this.connections = new PostgresConnections(address);
        this.announcements =
                new Announcements(connections::plain, UUID.randomUUID().toString());
    }

    static boolean understands(String url) {
        return url.startsWith(PREFIX);
    }

    /**
     * @throws SmsRejectedException with {@code STORE_DOWN} when the server cannot be reached
     */
    static PostgresDatabase open(StoreAddress address) {
        try {
            PostgresDatabase database = new PostgresDatabase(address);
            database.connection();
            return database;
        } catch (SQLException e) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN, "The store " + address + " cannot be opened: " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN,
                    "The store " + address + " needs org.postgresql:postgresql and com.zaxxer:HikariCP, add them",
                    e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Clock clock(Clock own) {
        return clock;
    }

    @Override
    public void readClock(Tx tx) throws SQLException {
        clock.set(tx.queryOne(TIME, row -> Instant.ofEpochMilli(row.getLong(1))).orElseThrow());
    }

    @Override
    public boolean isSteady(Duration length) {
        return clock.isSteady(length);
    }

    @Override
    public Connection connection() throws SQLException {
        if (writer.isPresent()) {
            return writer.get();
        }
        if (away.isPresent() && System.nanoTime() - lastAttempt < PAUSE.toNanos()) {
            throw away.get();
        }
        try {
            Connection connection = connections.writer();
            readClock(new Tx(connection, dialect));
            connection.rollback();
            if (away.isPresent()) {
                LOG.info("The store {} is there again", address);
            }
            writer = Optional.of(connection);
            away = Optional.empty();
            return connection;
        } catch (SQLException e) {
            if (away.isEmpty()) {
                LOG.error("The store {} cannot be reached, it is tried again: {}", address, e.getMessage());
            }
            away = Optional.of(e);
            lastAttempt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public void lost() {
        writer.ifPresent(connection -> {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection was not closed cleanly", e);
            }
        });
        writer = Optional.empty();
    }

    @Override
    public Optional<ReadConnections> readers() {
        return Optional.of(connections.readers());
    }

    /** The driver begins a transaction with its first statement. */
    @Override
    public void begin() {}

    @Override
    public void commit() throws SQLException {
        connection().commit();
    }

    @Override
    public void rollback() throws SQLException {
        if (writer.isPresent()) {
            writer.get().rollback();
        }
    }

    @Override
    public long free() {
        return Long.MAX_VALUE;
    }

    @Override
    public void listen(Consumer<Mailbox> listener) {
        announcements.listen(listener);
    }

    @Override
    public void announce(Mailbox mailbox) {
        announcements.announce(mailbox);
    }

    @Override
    public void close() {
        announcements.close();
        lost();
    }
}
