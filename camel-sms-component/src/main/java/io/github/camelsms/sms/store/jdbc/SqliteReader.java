package io.github.camelsms.sms.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection to an SQLite file that only reads. */
final class SqliteReader implements ReadConnections {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteReader.class);

    private final Connection connection;

    SqliteReader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Connection take() throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void giveBack(Connection taken) {
        // it stays open for the next one
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection of the store was not closed cleanly: {}", e.getMessage());
        }
    }
}
