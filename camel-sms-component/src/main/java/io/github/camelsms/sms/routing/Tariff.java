package io.github.camelsms.sms.routing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * When a price is in force.
 *
 * @param from the first moment
 * @param until the moment after the last one
 * @param hours the days and hours of the week
 */
public record Tariff(Optional<Instant> from, Optional<Instant> until, Optional<WeekTime> hours) {

    /** At any time. */
    public static final Tariff ALWAYS = new Tariff(Optional.empty(), Optional.empty(), Optional.empty());

    public Tariff {
        Objects.requireNonNull(hours, "hours");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    /** Whether the price is in force then. */
    public boolean isInForce(Instant at, ZoneId zone) {
        return from.map(begin -> !at.isBefore(begin)).orElse(true)
                && until.map(at::isBefore).orElse(true)
                && hours.map(time -> time.contains(at, zone)).orElse(true);
    }

    /** Hours go before what has none, and what began later before what was there. */
    static int closestFirst(Tariff one, Tariff other) {
        int byHours = Boolean.compare(other.hours.isPresent(), one.hours.isPresent());
        return byHours != 0 ? byHours : other.from.orElse(Instant.MIN).compareTo(one.from.orElse(Instant.MIN));
    }
}
