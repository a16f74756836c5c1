package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private final Pace pace = new Pace();
    private Instant now = Instant.EPOCH;

    @Test
    void slowsNobodyDownWhoWasNotToldSo() {
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(1);
            pace.taken(now);
        }
        assertThat(pace.gap()).isZero();
    }

    @Test
    void aClockThatIsSetBackHidesNoWordOfTheNetwork() {
        Pace pace = new Pace();
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        pace.throttled(now);
        Duration before = pace.gap();

        pace.throttled(now.minus(Duration.ofHours(3)));

        assertThat(pace.gap()).isGreaterThan(before);
    }

    @Test
    void whatWasOnItsWayCountsOnceAndThePaceRecovers() {
        for (int i = 0; i < 20; i++) {
            pace.throttled(now);
        }
        Duration slow = pace.gap();
        assertThat(slow).isBetween(Duration.ofMillis(200), Duration.ofMillis(300));
        for (int i = 0; i < 200_000 && !pace.gap().isZero(); i++) {
            now = now.plus(pace.gap());
            pace.taken(now);
        }
        assertThat(pace.gap()).as("as fast as before").isZero();
    }

    /** R10: a network that takes so many a second, in a bucket of one second. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void comesNearToWhatTheNetworkAllows(int allowed) {
        double bucket = allowed;
        int taken = 0;
        int refused = 0;
        Duration length = Duration.ofSeconds(5000 / allowed);
        Instant end = now.plus(length);
        while (now.isBefore(end)) {
            Duration step = pace.gap().isZero() ? Duration.ofMillis(1) : pace.gap();
            now = now.plus(step);
            bucket = Math.min(allowed, bucket + allowed * step.toNanos() / 1e9);
            if (bucket >= 1) {
                bucket--;
                taken++;
                pace.taken(now);
            } else {
                refused++;
                pace.throttled(now);
            }
        }
        System.out.printf("[pace] %d/s allowed: %d taken of 5000, %d refused%n", allowed, taken, refused);
        assertThat(taken).as("of 5000").isGreaterThan(4500);
        assertThat(refused).isLessThan(taken / 20);
    }
}
