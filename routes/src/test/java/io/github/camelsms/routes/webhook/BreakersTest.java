package io.github.camelsms.routes.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Breakers breakers = new Breakers(clock);

    private void silent(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breakers.mayCall("dead:80")).isTrue();
            breakers.silent("dead:80");
        }
    }

    private void later(int seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }

    @Test
    void whoIsSilentFiveTimesIsCalledOnceInAWhileAndOthersAreNotHeldUp() {
        silent(5);
        assertThat(breakers.mayCall("dead:80")).isFalse();
        assertThat(breakers.mayCall("other:80")).isTrue();
        later(30);
        assertThat(breakers.mayCall("dead:80")).as("one tries").isTrue();
        assertThat(breakers.mayCall("dead:80")).as("the others wait").isFalse();
        breakers.silent("dead:80");
        assertThat(breakers.mayCall("dead:80")).isFalse();
        later(30);
        assertThat(breakers.mayCall("dead:80")).isTrue();
        breakers.answered("dead:80");
        silent(4);
        assertThat(breakers.mayCall("dead:80")).isTrue();
    }

    @Test
    void aClockThatIsSetBackEndsThePause() {
        silent(5);
        later(-3600);
        assertThat(breakers.mayCall("dead:80")).isTrue();
    }
}
