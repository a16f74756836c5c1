package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.ChannelOpener;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * What all sessions of a process share.
 *
 * @param openers how the line to a device is opened
 * @param pool runs what the sessions have to do; it must not be bounded below the number of modems
 * @param timer starts it in time, and does nothing else
 */
public record SessionEnvironment(
        Function<SessionSettings, ChannelOpener> openers,
        ExecutorService pool,
        ScheduledExecutorService timer,
        Clock clock,
        SessionTiming timing) {

    public SessionEnvironment {
        Objects.requireNonNull(openers, "openers");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(timer, "timer");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(timing, "timing");
    }
}
