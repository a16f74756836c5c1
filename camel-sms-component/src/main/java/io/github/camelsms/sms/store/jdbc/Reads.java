package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.CommitQueue.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the store on a connection and a thread of its own, so that a search through millions of rows holds up nobody
 * who sends. Each piece of work sees one state of the store, what was committed before included.
 */
final class Reads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
    private static final int CAPACITY = 1_000;
    private static final long CLOSE_SECONDS = 10;

    private final Connection connection;
    private final Dialect dialect;
    private final Tx tx;
    private final Executor callbacks;
    private final ThreadPoolExecutor thread;

    /** Reads from {@code database}, where there can be a connection for that. */
    static Optional<Reads> of(Database database, Executor callbacks, String name) {
        return database.reader().map(reader -> new Reads(reader, database.dialect(), callbacks, name));
    }

    /**
     * @param connection this object alone uses it from now on, and closes it
     * @param callbacks runs what depends on the results
     */
    private Reads(Connection connection, Dialect dialect, Executor callbacks, String name) {
        this.connection = connection;
        this.dialect = dialect;
        this.tx = new Tx(connection, dialect);
        this.callbacks = callbacks;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(CAPACITY), DaemonThreads.named(name));
    }

    <T> CompletableFuture<T> submit(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            thread.execute(() -> run(work, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(
                    thread.isShutdown()
                            ? new SmsRejectedException(Code.STORE_DOWN, "The store is closed", e)
                            : new SmsRejectedException(
                                    Code.OVERLOADED, CAPACITY + " queries are waiting; try again", e));
        }
        return future;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A query of the store still runs while the store is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tx.close();
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection of the store was not closed cleanly: {}", e.getMessage());
        }
    }

    private <T> void run(Work<T> work, CompletableFuture<T> future) {
        try {
            connection.setAutoCommit(false);
            T result = work.run(tx);
            connection.rollback();
            callbacks.execute(() -> future.complete(result));
        } catch (SQLException | RuntimeException e) {
            RuntimeException reason = SqlFailures.explain(dialect, e);
            callbacks.execute(() -> future.completeExceptionally(reason));
            rollback();
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("Nothing to roll back", e);
        }
    }
}
