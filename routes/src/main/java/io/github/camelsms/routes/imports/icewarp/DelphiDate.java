package io.github.camelsms.routes.imports.icewarp;

import java.time.LocalDate;
import java.util.Optional;

/** A day as Delphi counts: 0 is 1899-12-30, and what stands behind a point is a part of the day. */
final class DelphiDate {

    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final long LAST = 2_958_465;

    private DelphiDate() {}

    /**
     * The day; empty when none is set.
     *
     * @throws IllegalArgumentException when it is none between 1900 and 9999
     */
    static Optional<LocalDate> parse(String written) {
        if (!written.matches("[0-9]{0,10}([.,][0-9]{1,20})?")) {
            throw new IllegalArgumentException("the day of its end is no number of days");
        }
        String days = written.replaceAll("[.,].*", "");
        long day = days.isEmpty() ? 0 : Long.parseLong(days);
        if (day == 0) {
            return Optional.empty();
        }
        if (day > LAST) {
            throw new IllegalArgumentException("the day of its end is after the year 9999");
        }
        return Optional.of(FIRST.plusDays(day));
    }
}
