package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.Dialect.Trouble;
import io.github.camelsms.sms.store.jdbc.QueuedWork.Patience;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** What became of an attempt to commit a batch. */
    private enum Verdict {
        SETTLED,
        /** Somebody on another connection was in the way: the same once more. */
        CONFLICT,
        /** One of the pieces of work is at fault: each by itself. */
        APART
    }

    private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
    private static final int BATCH = 512;
    private static final int CAPACITY = 50_000;
    private static final int TRIES = 4;

    private final Database database;
    private final Completions completions;
    private final BlockingQueue<QueuedWork<?>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread writer;
    private volatile List<QueuedWork<?>> running = List.of();
    private Optional<Tx> current = Optional.empty();

    /**
     * @param database this queue alone uses it from now on, and closes it
     * @param callbacks runs what depends on the results
     */
    CommitQueue(Database database, Executor callbacks, String name) {
        this.database = database;
        this.completions = new Completions(callbacks);
        this.writer = new Thread(this::write, name);
        writer.setDaemon(true);
        writer.start();
    }

    /** Runs {@code work}; the result comes when it is durable. */
    <T> CompletableFuture<T> submit(Work<T> work) {
        return submit(work, Patience.ENDLESS);
    }

    /** The same for somebody who cannot wait: {@link #refuseLate} ends it when it takes too long. */
    <T> CompletableFuture<T> submitInTime(Work<T> work) {
        return submit(work, Patience.SHORT);
    }

    /** Runs work that has no result. */
    CompletableFuture<Void> change(Change change) {
        return submit(tx -> {
            change.run(tx);
            return null;
        });
    }

    /** Refuses what has waited for too long and cannot wait; called regularly. */
    void refuseLate() {
        List<Runnable> refusals = new ArrayList<>();
        queue.forEach(item -> item.refusalWhenLate().ifPresent(refusals::add));
        running.forEach(item -> item.refusalWhenLate().ifPresent(refusals::add));
        completions.run(refusals);
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
        current.ifPresent(Tx::close);
        database.close();
    }

    private <T> CompletableFuture<T> submit(Work<T> work, Patience patience) {
        QueuedWork<T> item = new QueuedWork<>(work, patience);
        if (closed.get()) {
            item.future().completeExceptionally(new SmsRejectedException(Code.STORE_DOWN, "The store is closed"));
        } else if (!queue.offer(item)) {
            item.future()
                    .completeExceptionally(new SmsRejectedException(
                            Code.OVERLOADED, "The store has " + CAPACITY + " operations waiting; try again"));
        } else if (closed.get() && !writer.isAlive()) {
            refuseTheRest();
        }
        return item.future();
    }

    private void refuseTheRest() {
        List<QueuedWork<?>> late = new ArrayList<>();
        queue.drainTo(late);
        fail(late, new SmsRejectedException(Code.STORE_DOWN, "The store is closed"));
    }

    private void write() {
        List<QueuedWork<?>> batch = new ArrayList<>(BATCH);
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

    private void commit(List<QueuedWork<?>> batch) {
        List<QueuedWork<?>> wanted = batch.stream().filter(QueuedWork::begin).toList();
        if (wanted.isEmpty()) {
            return;
        }
        running = wanted;
        if (tryCommit(wanted, TRIES) != Verdict.SETTLED) {
            for (QueuedWork<?> item : wanted) {
                tryCommit(List.of(item), TRIES);
            }
        }
        running = List.of();
    }

    /** Tries as often as others are in the way; a single piece of work is always settled. */
    private Verdict tryCommit(List<QueuedWork<?>> batch, int tries) {
        Verdict verdict = tryCommit(batch);
        for (int attempt = 1; verdict == Verdict.CONFLICT && attempt < tries; attempt++) {
            verdict = tryCommit(batch);
        }
        if (verdict == Verdict.CONFLICT && batch.size() == 1) {
            fail(batch, new SmsRejectedException(Code.STORE_DOWN, "Others are changing the same; try again"));
        }
        return verdict;
    }

    private Verdict tryCommit(List<QueuedWork<?>> batch) {
        Tx tx;
        try {
            tx = begin();
        } catch (SQLException e) {
            fail(batch, SqlFailures.explain(database.dialect(), e));
            return Verdict.SETTLED;
        }
        try {
            for (QueuedWork<?> item : batch) {
                item.run(tx);
            }
            tx.finish();
        } catch (SQLException | RuntimeException e) {
            return undone(tx, batch, e);
        }
        try {
            database.commit();
        } catch (SQLException e) {
            if (database.dialect().trouble(e) == Trouble.CONNECTION_LOST) {
                rollback(tx);
                database.lost();
                fail(batch, SqlFailures.unknown(e));
                return Verdict.SETTLED;
            }
            return undone(tx, batch, e);
        }
        tx.makeRemembered();
        List<Runnable> settled = new ArrayList<>(tx.takeAfterCommit());
        batch.forEach(item -> settled.add(item.success()));
        completions.run(settled);
        return Verdict.SETTLED;
    }

    private Tx begin() throws SQLException {
        Connection connection = database.connection();
        Tx tx = current.filter(last -> last.connection() == connection)
                .orElseGet(() -> new Tx(connection, database.dialect()));
        current = Optional.of(tx);
        try {
            database.begin();
        } catch (SQLException e) {
            rollback(tx);
            throw e;
        }
        return tx;
    }

    /** Rolls back, and says how to go on; nothing of the batch is stored. */
    private Verdict undone(Tx tx, List<QueuedWork<?>> batch, Exception failure) {
        rollback(tx);
        Trouble trouble =
                failure instanceof SQLException sql ? database.dialect().trouble(sql) : Trouble.OTHER;
        if (trouble == Trouble.CONFLICT) {
            return Verdict.CONFLICT;
        }
        if (trouble == Trouble.DAMAGED) {
            // the driver has given up the statement that met it
            tx.close();
            if (database.repair()) {
                return Verdict.CONFLICT;
            }
        }
        if (trouble == Trouble.CONNECTION_LOST) {
            database.lost();
        } else if (batch.size() > 1) {
            return Verdict.APART;
        }
        fail(batch, SqlFailures.explain(database.dialect(), failure));
        return Verdict.SETTLED;
    }

    private void fail(List<QueuedWork<?>> batch, RuntimeException reason) {
        completions.run(batch.stream().map(item -> item.failure(reason)).toList());
    }

    private void rollback(Tx tx) {
        tx.discard();
        try {
            database.rollback();
        } catch (SQLException e) {
            LOG.debug("Rolling back failed", e);
            database.lost();
        }
    }
}
