package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: one thread owns the connection and runs everything that waits in one transaction, so that concurrent
 * callers share one trip to the disk. A piece of work that fails must not take the others with it: then the transaction
 * is rolled back and each piece runs in one of its own. Work therefore may run twice and must be plain SQL.
 */
final class CommitQueue implements AutoCloseable {

    /** A piece of work on the database. */
    interface Work<T> {

        T run(Tx tx) throws SQLException;
    }

    /** A piece of work without a result. */
    interface Change {

        void run(Tx tx) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
    private static final int BATCH = 512;
    private static final int CAPACITY = 50_000;

    private final Database database;
    private final Tx tx;
    private final Executor callbacks;
    private final BlockingQueue<Item<?>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread writer;

    /**
     * @param database this queue alone uses it from now on, and closes it
     * @param callbacks runs what depends on the results
     */
    CommitQueue(Database database, Executor callbacks, String name) {
        this.database = database;
        this.tx = new Tx(database.connection(), database.dialect());
        this.callbacks = callbacks;
        this.writer = new Thread(this::write, name);
        writer.setDaemon(true);
        writer.start();
    }

    /** Runs {@code work}; the result comes when it is durable. */
    <T> CompletableFuture<T> submit(Work<T> work) {
        Item<T> item = new Item<>(work);
        if (closed.get()) {
            item.future.completeExceptionally(new SmsRejectedException(Code.STORE_DOWN, "The store is closed"));
        } else if (!queue.offer(item)) {
            item.future.completeExceptionally(new SmsRejectedException(
                    Code.OVERLOADED, "The store has " + CAPACITY + " operations waiting; try again"));
        } else if (closed.get() && !writer.isAlive()) {
            refuseTheRest();
        }
        return item.future;
    }

    /** Runs work that has no result. */
    CompletableFuture<Void> change(Change change) {
        return submit(tx -> {
            change.run(tx);
            return null;
        });
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        writer.interrupt();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseTheRest();
        tx.close();
        database.close();
    }

    private void refuseTheRest() {
        List<Item<?>> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(item -> item.fail(callbacks, new SmsRejectedException(Code.STORE_DOWN, "The store is closed")));
    }

    private void write() {
        List<Item<?>> batch = new ArrayList<>(BATCH);
        while (!closed.get()) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                break;
            }
            queue.drainTo(batch, BATCH - 1);
            commit(batch);
            batch.clear();
        }
        while (queue.drainTo(batch, BATCH) > 0) {
            commit(batch);
            batch.clear();
        }
    }

    private void commit(List<Item<?>> batch) {
        if (!tryCommit(batch)) {
            for (Item<?> item : batch) {
                tryCommit(List.of(item));
            }
        }
    }

    /** Whether the batch is settled; a single piece of work always is. */
    private boolean tryCommit(List<Item<?>> batch) {
        try {
            database.begin();
            for (Item<?> item : batch) {
                item.run(tx);
            }
            tx.tallies().write();
            database.commit();
        } catch (SQLException | RuntimeException e) {
            rollback();
            if (batch.size() == 1) {
                batch.get(0).fail(callbacks, SqlFailures.explain(database.dialect(), e));
                return true;
            }
            return false;
        }
        tx.takeAfterCommit().forEach(callbacks::execute);
        batch.forEach(item -> item.complete(callbacks));
        return true;
    }

    private void rollback() {
        tx.takeAfterCommit();
        tx.tallies().forget();
        try {
            database.rollback();
        } catch (SQLException e) {
            LOG.warn("Rolling back failed: {}", e.getMessage());
        }
    }

    private static final class Item<T> {

        private final Work<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private T result;
        private RuntimeException refusal;

        Item(Work<T> work) {
            this.work = work;
        }

        /** Work that is refused before it has changed anything leaves the transaction to the others. */
        void run(Tx tx) throws SQLException {
            long before = tx.updates();
            refusal = null;
            try {
                result = work.run(tx);
            } catch (SmsRejectedException e) {
                if (tx.updates() != before) {
                    throw e;
                }
                refusal = e;
            }
        }

        void complete(Executor callbacks) {
            if (refusal != null) {
                fail(callbacks, refusal);
                return;
            }
            T value = result;
            callbacks.execute(() -> future.complete(value));
        }

        void fail(Executor callbacks, RuntimeException reason) {
            callbacks.execute(() -> future.completeExceptionally(reason));
        }
    }
}
