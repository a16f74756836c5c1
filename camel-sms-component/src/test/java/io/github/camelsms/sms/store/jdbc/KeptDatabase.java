package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A database in memory that outlives the stores that work on it one after the other. */
final class KeptDatabase implements Database {

    private final Database kept;

    KeptDatabase(Database kept) {
        this.kept = kept;
    }

    @Override
    public Dialect dialect() {
        return kept.dialect();
    }

    @Override
    public boolean isShared() {
        return kept.isShared();
    }

    @Override
    public Clock clock(Clock own) {
        return kept.clock(own);
    }

    @Override
    public Duration setClock(Tx tx) throws SQLException {
        return kept.setClock(tx);
    }

    @Override
    public Connection connection() throws SQLException {
        return kept.connection();
    }

    @Override
    public void lost() {
        kept.lost();
    }

    @Override
    public Optional<ReadConnections> readers() {
        return kept.readers();
    }

    @Override
    public void begin() throws SQLException {
        kept.begin();
    }

    @Override
    public void commit() throws SQLException {
        kept.commit();
    }

    @Override
    public void rollback() throws SQLException {
        kept.rollback();
    }

    @Override
    public long free() {
        return kept.free();
    }

    @Override
    public void listen(Consumer<Mailbox> listener) {
        kept.listen(listener);
    }

    @Override
    public void announce(Mailbox mailbox) {
        kept.announce(mailbox);
    }

    @Override
    public void close() {
        // memory stays as it is
    }
}
