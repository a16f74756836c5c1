package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things of one session after a pause, as its tasks. No thread waits meanwhile. */
final class Later {

    private static final Logger LOG = LoggerFactory.getLogger(Later.class);

    private final DeviceAddress device;
    private final ScheduledExecutorService timer;
    private final SerialTasks tasks;
    private Optional<ScheduledFuture<?>> next = Optional.empty();
    private boolean closed;

    Later(DeviceAddress device, ScheduledExecutorService timer, SerialTasks tasks) {
        this.device = device;
        this.timer = timer;
        this.tasks = tasks;
    }

    /** Does this after a pause. */
    synchronized Optional<ScheduledFuture<?>> in(Duration pause, Runnable task) {
        try {
            return closed
                    ? Optional.empty()
                    : Optional.of(timer.schedule(() -> tasks.submit(task), pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("Modem {} is left alone: the gateway stops", device);
            return Optional.empty();
        }
    }

    /** The next step in the life of the session: it takes the place of one that was planned before. */
    synchronized void next(Duration pause, Runnable task) {
        dropNext();
        next = in(pause, task);
    }

    /** What was planned is not done. */
    synchronized void dropNext() {
        next.ifPresent(future -> future.cancel(false));
        next = Optional.empty();
    }

    synchronized void close() {
        closed = true;
        dropNext();
    }
}
