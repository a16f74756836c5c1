package io.github.camelsms.sms.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections that only read; what one transaction reads on them is one state of the store. */
interface ReadConnections extends AutoCloseable {

    /** How many may be in use at a time. */
    int size();

    Connection take() throws SQLException;

    void giveBack(Connection connection) throws SQLException;

    @Override
    void close();
}
