package io.github.camelsms.modem.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;

/** A modem says in several lines that it has restarted; it is set up again once, a moment later. */
final class Restarts {

    private final Later later;
    private final Duration pause;
    private final BooleanSupplier underWay;
    private final Runnable initialise;
    private Optional<ScheduledFuture<?>> planned = Optional.empty();

    /**
     * @param underWay whether the modem is being set up now. That is not disturbed: some say that they have restarted
     *     only because they have got their PIN
     */
    Restarts(Later later, Duration pause, BooleanSupplier underWay, Runnable initialise) {
        this.later = later;
        this.pause = pause;
        this.underWay = underWay;
        this.initialise = initialise;
    }

    /** On the reading thread. */
    synchronized void heard() {
        if (planned.filter(future -> !future.isDone()).isEmpty()) {
            planned = later.in(pause, this::happen);
        }
    }

    private void happen() {
        if (underWay.getAsBoolean()) {
            heardAgain();
        } else {
            initialise.run();
        }
    }

    private synchronized void heardAgain() {
        planned = later.in(pause, this::happen);
    }
}
