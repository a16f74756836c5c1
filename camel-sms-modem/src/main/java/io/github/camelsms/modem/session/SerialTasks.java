package io.github.camelsms.modem.session;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other in the order they came, on a pool that many share. Holds no thread when idle. */
final class SerialTasks {

    private static final Logger LOG = LoggerFactory.getLogger(SerialTasks.class);

    private final Executor pool;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Set<String> waiting = new HashSet<>();
    private boolean running;

    SerialTasks(Executor pool) {
        this.pool = pool;
    }

    void submit(Runnable task) {
        synchronized (queue) {
            queue.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        try {
            pool.execute(this::runAll);
        } catch (RejectedExecutionException e) {
            // The process is ending; a line that still has something to say then is nobody's business.
            synchronized (queue) {
                running = false;
            }
            LOG.debug("A task of a modem comes after the end", e);
        }
    }

    /** Submits a task unless one of the same name is still waiting: a hundred requests to poll are one. */
    void submitOnce(String name, Runnable task) {
        synchronized (queue) {
            if (!waiting.add(name)) {
                return;
            }
        }
        submit(() -> {
            synchronized (queue) {
                waiting.remove(name);
            }
            task.run();
        });
    }

    private void runAll() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("A task of a modem failed", e);
            }
        }
    }

    private Runnable next() {
        synchronized (queue) {
            Runnable task = queue.poll();
            running = task != null;
            return task;
        }
    }
}
