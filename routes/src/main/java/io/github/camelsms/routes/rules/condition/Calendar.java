package io.github.camelsms.routes.rules.condition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * When a message comes: {@code time Europe/Prague in 22:00-06:00}, {@code day in Mon-Fri}, {@code date in
 * 2026-12-24..2026-12-26}. Without a zone, that of the machine.
 */
final class Calendar {

    private Calendar() {}

    static Condition read(String word, Tokens tokens) {
        ZoneId zone = ZoneId.systemDefault();
        if (!tokens.peek().is("in") && !tokens.peek().is("not")) {
            String name = tokens.value("a time zone");
            try {
                zone = ZoneId.of(name);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("there is no time zone " + name, e);
            }
        }
        boolean negated = tokens.takes("not");
        tokens.expect("in");
        List<Predicate<ZonedDateTime>> spans =
                tokens.values("a span").stream().map(span -> span(word, span)).toList();
        ZoneId fixed = zone;
        Condition condition =
                facts -> spans.stream().anyMatch(span -> span.test(facts.now().atZone(fixed)));
        return negated ? condition.negated() : condition;
    }

    private static Predicate<ZonedDateTime> span(String word, String written) {
        try {
            return switch (word) {
                case "time" -> time(written.split("-", 2));
                case "day" -> day(written.split("-", 2));
                default -> date(written.split("\\.\\.", 2));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no " + word
                            + "; they are written 08:00-20:00, Mon-Fri and 2026-12-24..2026-12-26",
                    e);
        }
    }

    private static Predicate<ZonedDateTime> time(String[] ends) {
        LocalTime from = LocalTime.parse(ends[0]);
        LocalTime until = ends.length == 2 ? LocalTime.parse(ends[1]) : from.plusMinutes(1);
        return now -> {
            LocalTime time = now.toLocalTime();
            boolean after = !time.isBefore(from);
            boolean before = time.isBefore(until);
            return from.isBefore(until) ? after && before : after || before;
        };
    }

    private static Predicate<ZonedDateTime> day(String[] ends) {
        int first = day(ends[0]);
        int last = day(ends[ends.length - 1]);
        return now -> {
            int day = now.getDayOfWeek().getValue();
            return first <= last ? first <= day && day <= last : first <= day || day <= last;
        };
    }

    private static int day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        name.length() >= 2 && day.name().startsWith(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("no day"))
                .getValue();
    }

    private static Predicate<ZonedDateTime> date(String[] ends) {
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        return now -> !now.toLocalDate().isBefore(first) && !now.toLocalDate().isAfter(last);
    }
}
