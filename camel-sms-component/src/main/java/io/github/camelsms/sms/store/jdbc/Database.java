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

    /** Reads the time of the database, where the clock is the database's. */
    void readClock(Tx tx) throws SQLException;

    /**
     * Whether this process and the clock have gone on without a gap for so long. If not, perhaps everybody was away, and
     * the silence of others means nothing.
     */
    boolean isSteady(Duration length);

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

    /**
     * Repairs what was found to be damaged, outside of a transaction.
     *
     * @return whether it is worth while to try once more
     */
    default boolean repair() {
        return false;
    }

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
