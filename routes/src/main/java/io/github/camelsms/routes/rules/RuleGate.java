package io.github.camelsms.routes.rules;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps messages out of the rules while these are exchanged: who is in is waited for, who comes waits, and no thread
 * with him. So each message meets one set of rules as a whole.
 */
public final class RuleGate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor executor;
    private int inside;
    private boolean closed;

    RuleGate(Executor executor) {
        this.executor = executor;
    }

    /**
     * Lets a message in.
     *
     * @param later what to do when it has to wait
     * @return whether it is in at once
     */
    synchronized boolean enter(Runnable later) {
        if (closed) {
            waiting.add(later);
            return false;
        }
        inside++;
        return true;
    }

    /** A message has left. */
    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in, and waits for those who are; not for ever. */
    public synchronized void close() {
        closed = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (inside > 0 && end - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets in who waits, and who comes. */
    public synchronized void open() {
        closed = false;
        inside += waiting.size();
        waiting.forEach(executor::execute);
        waiting.clear();
    }
}
