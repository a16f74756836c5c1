package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.GatewayState.Presence;
import io.github.camelsms.sms.routing.Measured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as unusual. */
class AnomaliesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    private final ConsecutiveNumbers consecutive = new ConsecutiveNumbers();
    private final HourlyVolume hourly = new HourlyVolume();

    @Test
    void numbersThatFollowEachOtherAreCountedAmongTheLastHundred() {
        int found = 0;
        for (long n = 0; n < 31; n++) {
            found = consecutive.add("joe", new PhoneNumber("+1555123" + (4000 + n)));
        }
        assertThat(found).isEqualTo(30);
        assertThat(consecutive.add("jim", new PhoneNumber("+15551234031"))).isZero();
        Random random = new Random(8);
        for (int i = 0; i < 100; i++) {
            found = consecutive.add("joe", new PhoneNumber("+4477" + (10_000_000 + random.nextInt(80_000_000))));
        }
        assertThat(found).as("long ago").isZero();
    }

    @Test
    void aListOfCustomersIsNotConsecutive() {
        Random random = new Random(9);
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            most = Math.max(
                    most, consecutive.add("joe", new PhoneNumber("+42060" + (1_000_000 + random.nextInt(9_000_000)))));
        }
        assertThat(most).isLessThan(5);
    }

    @Test
    void anHourIsComparedWithTheMeanOfSevenDays() {
        Instant now = MONDAY;
        for (int hour = 0; hour < 7 * 24; hour++, now = now.plus(Duration.ofHours(1))) {
            assertThat(hourly.add("joe", 30, 5, now)).as("hour %s", hour).isFalse();
        }
        assertThat(hourly.add("joe", 150, 5, now)).isFalse();
        assertThat(hourly.add("joe", 1, 5, now)).isTrue();
        assertThat(hourly.add("jim", 1_000, 5, now)).as("nothing is known").isFalse();
        assertThat(hourly.add("joe", 150, 5, now.plus(Duration.ofDays(30))))
                .as("a month of silence before")
                .isTrue();
    }

    @Test
    void whoIsNewMaySendWhatHeWantsForADay() {
        assertThat(hourly.add("joe", 10_000, 5, MONDAY)).isFalse();
        assertThat(hourly.add("joe", 10_000, 5, MONDAY.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(hourly.add("joe", 99, 5, MONDAY.plus(Duration.ofDays(20))))
                .as("little")
                .isFalse();
        assertThat(hourly.add("joe", 1, 5, MONDAY.plus(Duration.ofDays(20)))).isTrue();
    }

    @Test
    void aGatewayThatDeliversLessThanHalfIsTold() {
        List<String> told = new ArrayList<>();
        Map<String, Integer> counted = new java.util.TreeMap<>();
        Alarms alarms = new Alarms(
                (kind, text) -> told.add(kind + ": " + text),
                kind -> counted.merge(kind, 1, Integer::sum),
                Clock.fixed(MONDAY, ZoneOffset.UTC));

        for (int i = 0; i < 3; i++) {
            DeliveryWatch.look(Map.of("us", state(24, 26), "eu", state(25, 25), "new", state(0, 49)), alarms);
        }

        assertThat(told).containsExactly("low-delivery: gateway us delivers 24 of 50 messages");
        assertThat(counted).isEqualTo(Map.of("low-delivery", 3));
    }

    private static GatewayState state(long delivered, long failed) {
        return new GatewayState(
                Presence.SERVED,
                0,
                0,
                0,
                0,
                Set.of(),
                Optional.empty(),
                new Measured(delivered, failed, Duration.ofSeconds(5)));
    }
}
