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
 * Looks at the store on connections and threads of its own, so that a search through millions of rows holds up nobody
 * who sends. Each piece of work sees one state of the store, what was committed before included.
 */
final class Reads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
    private static final int CAPACITY = 1_000;
    private static final long CLOSE_SECONDS = 10;

    private final ReadConnections connections;
    private final Dialect dialect;
    private final Executor callbacks;
    private final ThreadPoolExecutor threads;

    /**
     * @param connections this object alone uses them from now on, and closes them
     * @param callbacks runs what depends on the results
     */
    private Reads(ReadConnections connections, Dialect dialect, Executor callbacks, String name) {
        this.connections = connections;
        this.dialect = dialect;
        this.callbacks = callbacks;
        this.threads = new ThreadPoolExecutor(
                connections.size(),
                connections.size(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(CAPACITY),
                DaemonThreads.named(name));
    }

    /** Reads from {@code database}, where there can be connections for that. */
    static Optional<Reads> of(Database database, Executor callbacks, String name) {
        return database.readers().map(connections -> new Reads(connections, database.dialect(), callbacks, name));
    }

    <T> CompletableFuture<T> submit(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            threads.execute(() -> run(work, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(
                    threads.isShutdown()
                            ? new SmsRejectedException(Code.STORE_DOWN, "The store is closed", e)
                            : new SmsRejectedException(
                                    Code.OVERLOADED, CAPACITY + " queries are waiting; try again", e));
        }
        return future;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A query of the store still runs while the store is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }

    private <T> void run(Work<T> work, CompletableFuture<T> future) {
        try {
            T result = read(work);
            callbacks.execute(() -> future.complete(result));
        } catch (SQLException | RuntimeException e) {
            RuntimeException reason = SqlFailures.explain(dialect, e);
            callbacks.execute(() -> future.completeExceptionally(reason));
        }
    }

    private <T> T read(Work<T> work) throws SQLException {
        Connection connection = connections.take();
        Tx tx = new Tx(connection, dialect);
        try {
            return work.run(tx);
        } finally {
            tx.close();
            rollback(connection);
            connections.giveBack(connection);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("Nothing to roll back", e);
        }
    }
}
