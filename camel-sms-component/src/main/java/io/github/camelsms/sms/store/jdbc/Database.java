package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The one connection that writes, how its transactions begin and end, and what else there is to a database. */
interface Database extends AutoCloseable {

    Dialect dialect();

    /**
     * Whether processes of other machines may work on it at the same time. Where they may not, whoever worked on it
     * before is dead.
     */
    boolean isShared();

    /**
     * The time that everybody who works on this database agrees on.
     *
     * @param own the clock of this machine
     */
    Clock clock(Clock own);

    /** Sets that clock by the database, where it is the database's; tells by how much it was ahead of itself. */
    Duration setClock(Tx tx) throws SQLException;

    /** The connection that writes: another one when the last was lost. */
    Connection connection() throws SQLException;

    /** Gives up the connection that writes: it is of no use any more. */
    void lost();

    /** Connections that only read, where there can be others. */
    Optional<ReadConnections> readers();

    void begin() throws SQLException;

    /** Returns when the transaction is as durable as this database can make it. */
    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** Octets that can still be written; without end where that is somebody else's concern. */
    long free();

    /** Keeps room where this database is written; told regularly how many octets are free. */
    default LongConsumer reserve() {
        return octets -> {};
    }

    /** Has {@code listener} told what {@link #announce} says in other processes. */
    void listen(Consumer<Mailbox> listener);

    /** Tells the other processes that something has become due. */
    void announce(Mailbox mailbox);

    @Override
    void close();
}
