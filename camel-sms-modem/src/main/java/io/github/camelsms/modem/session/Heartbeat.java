package io.github.camelsms.modem.session;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does something again and again, at an interval that may change. What takes long can be done less often: a line on which
 * each answer takes seconds is there for messages.
 */
final class Heartbeat {

    /** What is measured gets a tenth of the time. */
    private static final int REST = 9;

    private final ScheduledExecutorService timer;
    private final Supplier<Duration> interval;
    private final Runnable beat;
    private long notBefore = System.nanoTime();
    private ScheduledFuture<?> next;
    private boolean stopped;

    Heartbeat(ScheduledExecutorService timer, Supplier<Duration> interval, Runnable beat) {
        this.timer = timer;
        this.interval = interval;
        this.beat = beat;
    }

    synchronized void start() {
        if (!stopped) {
            try {
                next = timer.schedule(this::beat, interval.get().toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                stopped = true;
            }
        }
    }

    private void beat() {
        beat.run();
        start();
    }

    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Does what the beat stands for. */
    void measure(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        synchronized (this) {
            notBefore = end + REST * (end - begin);
        }
    }

    /** Whether the last one is long enough ago for what it took. */
    synchronized boolean isDue() {
        return System.nanoTime() - notBefore >= 0;
    }
}
