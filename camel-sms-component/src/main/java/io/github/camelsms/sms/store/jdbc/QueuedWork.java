package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.CommitQueue.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A piece of work on its way through a {@link CommitQueue}, and whoever waits for it. */
final class QueuedWork<T> {

    /** How long somebody can wait. */
    enum Patience {
        ENDLESS,
        /** Somebody holds a connection open for the answer. */
        SHORT
    }

    private enum Step {
        WAITING,
        RUNNING,
        GIVEN_UP
    }

    private static final Duration SHORT = Duration.ofMillis(1_600);

    private final Work<T> work;
    private final Patience patience;
    private final long submitted = System.nanoTime();
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final AtomicReference<Step> step = new AtomicReference<>(Step.WAITING);
    private T result;
    private Optional<RuntimeException> refusal = Optional.empty();

    QueuedWork(Work<T> work, Patience patience) {
        this.work = work;
        this.patience = patience;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Whether it is still wanted; from now on it cannot be called back. */
    boolean begin() {
        return step.compareAndSet(Step.WAITING, Step.RUNNING);
    }

    /** Work that is refused before it has changed anything leaves the transaction to the others. */
    void run(Tx tx) throws SQLException {
        long before = tx.updates();
        refusal = Optional.empty();
        try {
            result = work.run(tx);
        } catch (SmsRejectedException e) {
            if (tx.updates() != before) {
                throw e;
            }
            refusal = Optional.of(e);
        }
    }

    /** What ends the waiting when the transaction is durable. */
    Runnable success() {
        if (refusal.isPresent()) {
            return failure(refusal.get());
        }
        T value = result;
        return () -> future.complete(value);
    }

    Runnable failure(RuntimeException reason) {
        return () -> future.completeExceptionally(reason);
    }

    /** How to end the waiting when it takes too long; work that has not begun is not done any more. */
    Optional<Runnable> refusalWhenLate() {
        if (patience == Patience.ENDLESS || System.nanoTime() - submitted < SHORT.toNanos() || future.isDone()) {
            return Optional.empty();
        }
        boolean certain = step.compareAndSet(Step.WAITING, Step.GIVEN_UP);
        return Optional.of(failure(new SmsRejectedException(
                Code.STORE_DOWN,
                certain
                        ? "The store does not answer in time; nothing was stored, try again"
                        : "The store does not answer in time; whether it was stored is not known")));
    }
}
