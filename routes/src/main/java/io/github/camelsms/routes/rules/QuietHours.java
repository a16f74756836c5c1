package io.github.camelsms.routes.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Hours of the day in which nobody wants to be woken.
 *
 * @param from their first minute
 * @param until the first minute after them; earlier than {@code from} when they go over midnight
 */
record QuietHours(LocalTime from, LocalTime until) {

    private static final int MOST_ROUNDS = 50;

    QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours have a beginning and another end");
        }
    }

    /** Reads {@code 21:00-08:00}. */
    static QuietHours parse(String written) {
        String[] ends = written.strip().split("-", 2);
        try {
            return new QuietHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[ends.length - 1].strip()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("quiet hours are written 21:00-08:00, not '" + written + "'", e);
        }
    }

    /**
     * When it is quiet in none of the zones: {@code now}, or the first moment after it. Where there is no such moment, when
     * the first zone wakes up.
     */
    Instant over(Instant now, List<ZoneId> zones) {
        Instant when = now;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Instant before = when;
            for (ZoneId zone : zones) {
                when = over(when, zone);
            }
            if (when.equals(before)) {
                return when;
            }
        }
        return over(now, zones.get(0));
    }

    private Instant over(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        if (!isQuiet(there.toLocalTime())) {
            return now;
        }
        ZonedDateTime end = there.toLocalDate().atTime(until).atZone(zone);
        return end.isAfter(there)
                ? end.toInstant()
                : there.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(until);
        return from.isBefore(until) ? after && before : after || before;
    }
}
