package io.github.camelsms.sms.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.camelsms.sms.store.StoreAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections to a PostgreSQL server: ones that write durably, and a pool of ones that only read. */
final class PostgresConnections {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);
    private static final int READERS = 3;
    private static final String CONNECT_SECONDS = "2";
    /** The longest silence of the server before a connection is given up: nobody tells of a cable that is cut. */
    private static final String SILENCE_SECONDS = "30";

    private static final int TAKE_MILLIS = 2_000;
    /** Values of synchronous_commit with which a commit is on the server's disk when it returns. */
    private static final Set<String> DURABLE = Set.of("on", "remote_apply");

    private final StoreAddress address;
    private final Driver driver = new Driver();

    PostgresConnections(StoreAddress address) {
        this.address = address;
    }

    /** A connection whose commits are durable, whatever the server's default. */
    Connection writer() throws SQLException {
        Properties properties = properties();
        properties.setProperty("reWriteBatchedInserts", "true");
        Connection connection = connect(properties);
        try {
            prepare(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection outside of all transactions. */
    Connection plain() throws SQLException {
        return connect(properties());
    }

    ReadConnections readers() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sms-store-readers");
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(properties());
        config.setDriverClassName(Driver.class.getName());
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(TAKE_MILLIS);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        HikariDataSource pool = new HikariDataSource(config);
        return new ReadConnections() {
            @Override
            public int size() {
                return READERS;
            }

            @Override
            public Connection take() throws SQLException {
                return pool.getConnection();
            }

            @Override
            public void giveBack(Connection connection) throws SQLException {
                connection.close();
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private Connection connect(Properties properties) throws SQLException {
        Connection connection = driver.connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("A PostgreSQL store is written jdbc:postgresql://HOST:PORT/DATABASE");
        }
        return connection;
    }

    private Properties properties() {
        Properties properties = new Properties();
        address.user().ifPresent(user -> properties.setProperty("user", user));
        address.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "camel-sms");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", SILENCE_SECONDS);
        return properties;
    }

    private void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // a process that was stopped in the middle must not keep its rows from the others
            statement.execute("SET idle_in_transaction_session_timeout = '5s'");
            statement.execute("SET lock_timeout = '1500ms'");
            if (!DURABLE.contains(show(statement, "synchronous_commit"))) {
                statement.execute("SET synchronous_commit = on");
            }
            if (!DURABLE.contains(show(statement, "synchronous_commit"))) {
                throw new SQLException("The server " + address + " does not let synchronous_commit be on");
            }
            if (show(statement, "transaction_read_only").equals("on")) {
                throw new SQLException("The server " + address + " only reads", "25006");
            }
            if (show(statement, "fsync").equals("off")) {
                LOG.warn("The server {} has fsync = off: what is accepted may be lost in a power cut", address);
            }
        }
        connection.setAutoCommit(false);
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
