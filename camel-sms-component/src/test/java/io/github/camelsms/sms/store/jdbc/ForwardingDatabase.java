package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what another database does; for tests that change a little of it. */
class ForwardingDatabase implements Database {

    private final Database inner;

    ForwardingDatabase(Database inner) {
        this.inner = inner;
    }

    @Override
    public Dialect dialect() {
        return inner.dialect();
    }

    @Override
    public boolean isShared() {
        return inner.isShared();
    }

    @Override
    public Clock clock(Clock own) {
        return inner.clock(own);
    }

    @Override
    public void readClock(Tx tx) throws SQLException {
        inner.readClock(tx);
    }

    @Override
    public boolean isSteady(Duration length) {
        return inner.isSteady(length);
    }

    @Override
    public Connection connection() throws SQLException {
        return inner.connection();
    }

    @Override
    public void lost() {
        inner.lost();
    }

    @Override
    public Optional<ReadConnections> readers() {
        return inner.readers();
    }

    @Override
    public void begin() throws SQLException {
        inner.begin();
    }

    @Override
    public void commit() throws SQLException {
        inner.commit();
    }

    @Override
    public void rollback() throws SQLException {
        inner.rollback();
    }

    @Override
    public long free() {
        return inner.free();
    }

    @Override
    public void listen(Consumer<Mailbox> listener) {
        inner.listen(listener);
    }

    @Override
    public void announce(Mailbox mailbox) {
        inner.announce(mailbox);
    }

    @Override
    public void close() {
        inner.close();
    }
}
