package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final DatabaseClock clock = new DatabaseClock(nanos::get);

    @BeforeEach
    void set() {
        clock.set(NOON);
    }

    @Test
    void goesOnByItself() {
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void isSteadyWhileItIsAskedForAndDoesNotJump() {
        assertThat(clock.isSteady(MINUTE)).isFalse();
        for (int i = 0; i < 13; i++) {
            pass(Duration.ofSeconds(5));
            clock.set(clock.instant());
        }
        assertThat(clock.isSteady(MINUTE)).isTrue();

        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertThat(clock.isSteady(MINUTE)).as("it has jumped").isFalse();
    }

    @Test
    void isNotSteadyAfterAGap() {
        for (int i = 0; i < 13; i++) {
            pass(Duration.ofSeconds(5));
            clock.set(clock.instant());
        }
        pass(MINUTE.plusSeconds(1));
        clock.set(clock.instant());

        assertThat(clock.isSteady(MINUTE)).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
