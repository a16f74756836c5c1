package io.github.camelsms.sms.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of some days of the week, such as those of a tariff. Where the end is not after the begin, the hours go on into
 * the next day.
 *
 * @param days the days that the hours begin on
 * @param from the first minute
 * @param until the minute after the last one; the same as {@code from} is the whole day
 */
public record WeekTime(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    private static final Pattern HOURS = Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");
    private static final int WEEK_MINUTES = 7 * 24 * 60;

    public WeekTime {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("There is no day");
        }
        days = Set.copyOf(days);
    }

    /**
     * Reads days such as {@code Mon-Fri} or {@code Sat,Sun} and hours such as {@code 08:00-18:00}; blank is all of them.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static WeekTime parse(String days, String hours) {
        Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
        if (days.isBlank()) {
            set.addAll(EnumSet.allOf(DayOfWeek.class));
        } else {
            for (String range : days.strip().split("[,\\s]+", -1)) {
                String[] ends = range.split("-", 2);
                DayOfWeek last = day(ends[ends.length - 1]);
                for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
                    set.add(day);
                    if (day == last) {
                        break;
                    }
                }
            }
        }
        if (hours.isBlank()) {
            return new WeekTime(set, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        Matcher matcher = HOURS.matcher(hours.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + hours + "' are no hours: write 08:00-18:00");
        }
        return new WeekTime(set, time(matcher.group(1)), time(matcher.group(2)));
    }

    /** Whether it is that time. */
    public boolean contains(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean today = days.contains(local.getDayOfWeek());
        if (from.isBefore(until)) {
            return today && !time.isBefore(from) && time.isBefore(until);
        }
        boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
        return (today && !time.isBefore(from)) || (yesterday && time.isBefore(until));
    }

    /** The first minute, from {@code at} on, that is of that time. */
    public Instant next(Instant at, ZoneId zone) {
        if (contains(at, zone)) {
            return at;
        }
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        for (int passed = 0; passed <= WEEK_MINUTES && !contains(minute, zone); passed++) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.length() >= 2 && day.name().toLowerCase(Locale.ROOT).startsWith(lower)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no day: write Mon-Fri, or Sat,Sun");
    }

    private static LocalTime time(String text) {
        return text.startsWith("24") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }
}
