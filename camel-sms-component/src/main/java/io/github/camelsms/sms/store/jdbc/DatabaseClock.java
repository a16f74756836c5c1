package io.github.camelsms.sms.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The time of the database server, so that machines whose own clocks differ agree on what is due and who is silent. It
 * is asked for now and then, and goes on in between as the monotonic clock of this machine does.
 */
final class DatabaseClock extends Clock {

    private record Reading(Instant time, long nanos) {}

    private final LongSupplier nanos;
    private volatile Reading last = new Reading(Instant.EPOCH, 0);

    DatabaseClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Sets it by the server, and tells by how much it was ahead of what was expected; behind is negative. */
    Duration set(Instant time) {
        Duration ahead = Duration.between(instant(), time);
        last = new Reading(time, nanos.getAsLong());
        return ahead;
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        return reading.time().plusNanos(nanos.getAsLong() - reading.nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
