package io.github.camelsms.modem.session;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something again and again, at an interval that may change. */
final class Heartbeat {

    private final ScheduledExecutorService timer;
    private final Supplier<Duration> interval;
    private final Runnable beat;
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
}
