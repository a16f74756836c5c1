package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

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

    private final Database real = SqliteDatabase.open("jdbc:sqlite::memory:");
    private final ReentrantLock transaction = new ReentrantLock(true);

    /** A process that opens the store on this disk. */
    public SimulatedProcess start(Timing timing, Clock clock) {
        return new SimulatedProcess(timing, clock);
    }

    @Override
    public void close() {
        real.close();
    }

    /** One process with its store. */
    public final class SimulatedProcess implements AutoCloseable {

        private final Connected disk = new Connected();
        private final MessageStore store;

        private SimulatedProcess(Timing timing, Clock clock) {
            Database database = (Database) Proxy.newProxyInstance(
                    Database.class.getClassLoader(), new Class<?>[] {Database.class}, disk::call);
            store = JdbcMessageStore.open(database, timing, clock, new Intake(() -> Long.MAX_VALUE));
        }

        public MessageStore store() {
            return store;
        }

        /** It dies at its next commit but so many. */
        public void dieAt(Death death, int commitsBefore) {
            disk.commitsToDeath.set(commitsBefore);
            disk.death = Optional.of(death);
        }

        /** It does not die any more. */
        public void live() {
            disk.death = Optional.empty();
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

    /** What one process sees of the database: all of it, but for its transactions, which others wait for. */
    private final class Connected {

        private final AtomicInteger commitsToDeath = new AtomicInteger();
        private volatile Optional<Death> death = Optional.empty();
        private volatile boolean dead;
        private boolean begun;

        Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "begin" -> begin();
                case "commit" -> commit();
                case "rollback" -> rollback();
                case "close" -> dead = true;
                default -> {
                    return asReal(method, arguments);
                }
            }
            return null;
        }

        private Object asReal(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void begin() throws SQLException {
            transaction.lock();
            if (dead) {
                transaction.unlock();
                throw new SQLException("dead");
            }
            begun = true;
            real.begin();
        }

        private void commit() throws SQLException {
            boolean dying = death.isPresent() && commitsToDeath.getAndDecrement() == 0;
            if (dying && death.get() == Death.BEFORE_COMMIT) {
                dead = true;
                throw new SQLException("dead before the commit");
            }
            real.commit();
            dead = dying;
            end();
            if (dying) {
                throw new SQLException("dead behind the commit");
            }
        }

        private void rollback() throws SQLException {
            if (begun) {
                real.rollback();
                end();
            }
        }

        private void end() {
            begun = false;
            transaction.unlock();
        }
    }
}
