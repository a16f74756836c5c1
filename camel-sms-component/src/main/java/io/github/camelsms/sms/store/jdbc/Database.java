package io.github.camelsms.sms.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The one connection that writes, and how its transactions begin and end. */
interface Database extends AutoCloseable {

    Dialect dialect();

    /**
     * Whether processes of other machines may work on it at the same time. Where they may not, whoever worked on it
     * before is dead.
     */
    boolean isShared();

    Connection connection();

    /** Another connection to the same database that only reads, where there can be one. */
    Optional<Connection> reader();

    void begin() throws SQLException;

    /** Returns when the transaction is as durable as this database can make it. */
    void commit() throws SQLException;

    void rollback() throws SQLException;

    @Override
    void close();
}
