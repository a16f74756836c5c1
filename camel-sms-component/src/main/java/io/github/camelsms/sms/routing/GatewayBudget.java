package io.github.camelsms.sms.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much a gateway may carry, and when.
 *
 * @param countedAs the card or contract whose parts are counted; gateways with the same one share the budget
 * @param partsADay {@link #NO_LIMIT} for any number
 * @param partsAMonth the same
 * @param recipientsADay different numbers a day, or {@link #NO_LIMIT}
 * @param pace how fast, where that is limited
 * @param open when it sends; empty is always
 * @param failures after so many failures in a row it is left alone, 0 is never
 * @param coolDown for so long
 */
public record GatewayBudget(
        String countedAs,
        long partsADay,
        long partsAMonth,
        long recipientsADay,
        Optional<Pace> pace,
        List<WeekTime> open,
        int failures,
        Duration coolDown) {

    /** Any number. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** So many parts in a time. */
    public record Pace(int parts, Duration time) {

        public Pace {
            if (parts < 1 || time.toMillis() < 1) {
                throw new IllegalArgumentException("a rate is one part or more in a time, such as 30/1m");
            }
        }

        @Override
        public String toString() {
            return parts + " parts in " + time.toSeconds() + " s";
        }
    }

    public GatewayBudget {
        Objects.requireNonNull(countedAs, "countedAs");
        Objects.requireNonNull(pace, "pace");
        open = List.copyOf(open);
        Objects.requireNonNull(coolDown, "coolDown");
        if (partsADay < 0 || partsAMonth < 0 || recipientsADay < 0 || failures < 0) {
            throw new IllegalArgumentException("a budget is not below zero");
        }
    }

    /** A gateway that may send as much as it can. */
    public static GatewayBudget unlimited(String gateway) {
        return new GatewayBudget(gateway, NO_LIMIT, NO_LIMIT, NO_LIMIT, Optional.empty(), List.of(), 0, Duration.ZERO);
    }

    /** Whether anything has to be asked before it gets a message. */
    public boolean isLimited() {
        return partsADay != NO_LIMIT
                || partsAMonth != NO_LIMIT
                || recipientsADay != NO_LIMIT
                || pace.isPresent()
                || !open.isEmpty();
    }

    /** When the gateway sends again; empty when it does now. */
    public Optional<Instant> opensAt(Instant at, ZoneId zone) {
        if (open.isEmpty() || open.stream().anyMatch(time -> time.contains(at, zone))) {
            return Optional.empty();
        }
        return open.stream().map(time -> time.next(at, zone)).min(Instant::compareTo);
    }

    /** The begin of the next day. */
    public static Instant nextDay(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The begin of the next month. */
    public static Instant nextMonth(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone)
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
