package io.github.camelsms.sms.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeekTimeTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @Test
    void hoursAreThoseOfTheZone() {
        WeekTime office = WeekTime.parse("Mon-Fri", "08:00-18:00");

        assertThat(office.contains(Instant.parse("2026-11-23T07:00:00Z"), PRAGUE))
                .isTrue();
        assertThat(office.contains(Instant.parse("2026-11-23T06:59:59Z"), PRAGUE))
                .isFalse();
        assertThat(office.contains(Instant.parse("2026-11-23T17:00:00Z"), PRAGUE))
                .isFalse();
        assertThat(office.contains(Instant.parse("2026-11-22T10:00:00Z"), PRAGUE))
                .isFalse();
    }

    @Test
    void aNightBelongsToTheDayItBeginsOn() {
        WeekTime night = WeekTime.parse("Fri", "22:00-06:00");

        assertThat(night.contains(Instant.parse("2026-11-20T21:30:00Z"), PRAGUE))
                .isTrue();
        assertThat(night.contains(Instant.parse("2026-11-21T04:59:00Z"), PRAGUE))
                .isTrue();
        assertThat(night.contains(Instant.parse("2026-11-21T05:00:00Z"), PRAGUE))
                .isFalse();
        assertThat(night.contains(Instant.parse("2026-11-20T04:00:00Z"), PRAGUE))
                .isFalse();
    }

    @Test
    void theNextTimeIsFoundOverTheChangeOfClocks() {
        WeekTime early = WeekTime.parse("Sun", "02:30-04:00");

        // 02:30 does not exist on that day: clocks go from 02:00 to 03:00
        assertThat(early.next(Instant.parse("2026-03-28T12:00:00Z"), PRAGUE))
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(WeekTime.parse("", "").contains(Instant.EPOCH, PRAGUE)).isTrue();
    }
}
