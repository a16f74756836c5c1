package io.github.camelsms.sms.store.jdbc;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what depends on the results of a commit. One commit settles many callers; a thread for each of them would cost
 * more than the commit. So as many threads as there are cores take one result after the other, and each commit brings
 * its own, because a route that waits behind its acceptance keeps the thread that it runs on.
 */
final class Completions {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Executor threads;
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();

    Completions(Executor threads) {
        this.threads = threads;
    }

    void run(List<Runnable> work) {
        ready.addAll(work);
        for (int i = Math.min(AT_ONCE, work.size()); i > 0; i--) {
            threads.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            try {
                next.run();
            } catch (RuntimeException e) {
                LOG.error("What follows a commit has failed", e);
            }
        }
    }
}
