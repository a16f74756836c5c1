package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * A database that outlives the processes that work on it, and processes that can be made to die at a commit: before it,
 * so that nothing of the transaction is there, or behind it, so that everything is there and nobody is told. It stands
 * in the package of the store for the sake of its {@link Database}, the place where a store and its disk meet.
 */
public final class SimulatedDisk implements AutoCloseable {

    /** Where a process dies. */
    public enum Death {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Connection connection;
    private final ReentrantLock transaction = new ReentrantLock(true);

    public SimulatedDisk() {
        try {
            connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that opens the store on this disk. */
    public SimulatedProcess start(Timing timing, Clock clock) {
        return new SimulatedProcess(timing, clock);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One process with its store. */
    public final class SimulatedProcess implements AutoCloseable {

        private final Disk disk = new Disk();
        private final MessageStore store;

        private SimulatedProcess(Timing timing, Clock clock) {
            store = JdbcMessageStore.open(disk, timing, clock, new Intake(() -> Long.MAX_VALUE));
        }

        public MessageStore store() {
            return store;
        }

        /** It dies at its next commit but so many. */
        public void dieAt(Death death, int commitsBefore) {
            disk.commitsToDeath.set(commitsBefore);
            disk.death = Optional.of(death);
        }

        public boolean isDead() {
            return disk.dead;
        }

        /** Lets all that {@code submit} asks the store for be one transaction, as it is under load. */
        public void inOneTransaction(Runnable submit) {
            transaction.lock();
            try {
                var unused = store.replyLinks("nobody");
                while (!transaction.hasQueuedThreads()) {
                    LockSupport.parkNanos(1_000);
                }
                submit.run();
            } finally {
                transaction.unlock();
            }
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private final class Disk implements Database {

        private final AtomicInteger commitsToDeath = new AtomicInteger();
        private volatile Optional<Death> death = Optional.empty();
        private volatile boolean dead;
        private boolean begun;

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public Optional<Connection> reader() {
            return Optional.empty();
        }

        @Override
        public void begin() throws SQLException {
            transaction.lock();
            if (dead) {
                transaction.unlock();
                throw new SQLException("dead");
            }
            begun = true;
            execute("BEGIN IMMEDIATE");
        }

        @Override
        public void commit() throws SQLException {
            boolean dying = death.isPresent() && commitsToDeath.getAndDecrement() == 0;
            if (dying && death.get() == Death.BEFORE_COMMIT) {
                dead = true;
                throw new SQLException("dead before the commit");
            }
            execute("COMMIT");
            dead = dying;
            end();
            if (dying) {
                throw new SQLException("dead behind the commit");
            }
        }

        @Override
        public void rollback() throws SQLException {
            if (begun) {
                execute("ROLLBACK");
                end();
            }
        }

        @Override
        public void close() {
            dead = true;
        }

        private void end() {
            begun = false;
            transaction.unlock();
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
