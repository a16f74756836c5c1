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

    /** It is set each five seconds. */
    private static final Duration GAP = Duration.ofSeconds(12);

    private final LongSupplier nanos;
    private volatile Reading last = new Reading(Instant.EPOCH, 0);
    private long disturbed;

    DatabaseClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Sets it by the server. */
    synchronized void set(Instant time) {
        long now = nanos.getAsLong();
        Duration jump = Duration.between(instant(), time).abs();
        if (now - last.nanos() > GAP.toNanos() || jump.compareTo(GAP) > 0) {
            disturbed = now;
        }
        last = new Reading(time, now);
    }

    /** Whether it was asked for without a gap, and did not jump, for so long. */
    synchronized boolean isSteady(Duration length) {
        return nanos.getAsLong() - disturbed > length.toNanos();
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
