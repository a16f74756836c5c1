package io.github.camelsms.sms.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The one connection that writes, and how its transactions begin and end. */
interface Database extends AutoCloseable {

    Connection connection();

    void begin() throws SQLException;

    /** Returns when the transaction is as durable as this database can make it. */
    void commit() throws SQLException;

    void rollback() throws SQLException;

    @Override
    void close();
}
