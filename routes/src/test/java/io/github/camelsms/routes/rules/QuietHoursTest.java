package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final QuietHours NIGHT = QuietHours.parse("21:00-08:00");

    @ParameterizedTest
    @CsvSource({
        // summer time in Prague
        "2026-07-01T18:59:59Z, Europe/Prague, 2026-07-01T18:59:59Z",
        "2026-07-01T19:00:00Z, Europe/Prague, 2026-07-02T06:00:00Z",
        "2026-07-02T05:59:59Z, Europe/Prague, 2026-07-02T06:00:00Z",
        "2026-07-02T06:00:00Z, Europe/Prague, 2026-07-02T06:00:00Z",
        // the nights in which the clock is set forward and back
        "2026-03-28T22:00:00Z, Europe/Prague, 2026-03-29T06:00:00Z",
        "2026-10-24T22:00:00Z, Europe/Prague, 2026-10-25T07:00:00Z",
        "2026-03-08T05:00:00Z, America/New_York, 2026-03-08T12:00:00Z"
    })
    void waitsUntilTheyAreOver(Instant now, ZoneId zone, Instant expected) {
        assertThat(NIGHT.over(now, List.of(zone))).isEqualTo(expected);
    }

    @Test
    void ofSeveralZonesTheLastOneCounts() {
        List<ZoneId> america = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"));
        // 08:30 in New York is 05:30 in Los Angeles
        assertThat(NIGHT.over(Instant.parse("2026-07-01T12:30:00Z"), america))
                .isEqualTo(Instant.parse("2026-07-01T15:00:00Z"));
        // 21:00 in New York
        assertThat(NIGHT.over(Instant.parse("2026-07-02T01:00:00Z"), america))
                .isEqualTo(Instant.parse("2026-07-02T15:00:00Z"));
    }

    @Test
    void zonesThatAreNeverAwakeTogether() {
        List<ZoneId> world = List.of(ZoneId.of("UTC"), ZoneId.of("Pacific/Auckland"), ZoneId.of("America/Los_Angeles"));
        assertThat(QuietHours.parse("14:00-10:00").over(Instant.parse("2026-07-01T15:00:00Z"), world))
                .isEqualTo(Instant.parse("2026-07-02T10:00:00Z"));
    }

    @Test
    void neverEndsInTheirMidst() {
        Random random = new Random(34);
        List<ZoneId> zones = List.of(
                ZoneId.of("Europe/Prague"),
                ZoneId.of("America/Sao_Paulo"),
                ZoneId.of("Asia/Kolkata"),
                ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("UTC"));
        for (int i = 0; i < 20_000; i++) {
            Instant now = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 365 * 5));
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            QuietHours hours = new QuietHours(LocalTime.of(20, 30), LocalTime.of(6, 15));
            Instant over = hours.over(now, List.of(zone));
            assertThat(over).isAfterOrEqualTo(now).isBefore(now.plusSeconds(12 * 3_600));
            LocalTime there = over.atZone(zone).toLocalTime();
            assertThat(there.isBefore(LocalTime.of(20, 30)) && !there.isBefore(LocalTime.of(6, 15)))
                    .as("%s in %s", over, zone)
                    .isTrue();
        }
    }

    @Test
    void numbersHaveZones() {
        ZoneId otherwise = ZoneId.of("UTC");
        assertThat(NumberZones.of("+420777123456", otherwise)).containsExactly(ZoneId.of("Europe/Prague"));
        assertThat(NumberZones.of("12125551234", otherwise)).containsExactly(ZoneId.of("America/New_York"));
        assertThat(NumberZones.of("+18005551234", otherwise)).hasSizeGreaterThan(3);
        assertThat(NumberZones.of("8080", otherwise)).containsExactly(otherwise);
        assertThat(NumberZones.of("", otherwise)).containsExactly(otherwise);
    }

    @Test
    void whatIsWrongIsSaid() {
        for (String wrong : List.of("21:00", "21:00-21:00", "25:00-08:00", "late-early", "")) {
            assertThatThrownBy(() -> QuietHours.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("quiet hours");
        }
    }
}
