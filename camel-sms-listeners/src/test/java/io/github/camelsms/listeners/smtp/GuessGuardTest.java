package io.github.camelsms.listeners.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** S-07. */
class GuessGuardTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final GuessGuard guard = new GuessGuard(clock);

    private static InetAddress address(String text) throws Exception {
        return InetAddress.getByName(text);
    }

    @Test
    void tenThousandGuessesComputeFewHashes() throws Exception {
        InetAddress guesser = address("192.0.2.7");
        int hashes = 0;
        for (int i = 0; i < 10_000; i++) {
            if (guard.delay(guesser, "desk").isZero()) {
                hashes++;
                guard.missed(guesser, "desk");
            }
            now = now.plusMillis(6);
        }
        assertThat(hashes).as("in one minute").isBetween(GuessGuard.FREE, 40);
        assertThat(guard.delay(address("192.0.2.8"), "desk"))
                .as("from elsewhere")
                .isZero();
        assertThat(guard.delay(guesser, "other")).as("another name").isZero();
    }

    @Test
    void delayDoublesUpToTheLockAndIsForgotten() throws Exception {
        InetAddress client = address("192.0.2.7");
        for (int i = 0; i < GuessGuard.FREE; i++) {
            assertThat(guard.delay(client, "desk")).isZero();
            guard.missed(client, "desk");
        }
        assertThat(guard.delay(client, "desk")).isEqualTo(Duration.ofSeconds(1));
        guard.missed(client, "desk");
        assertThat(guard.delay(client, "desk")).isEqualTo(Duration.ofSeconds(2));
        for (int i = GuessGuard.FREE + 1; i < GuessGuard.LOCK; i++) {
            guard.missed(client, "desk");
        }
        assertThat(guard.delay(client, "desk")).isEqualTo(GuessGuard.LOCK_TIME);
        now = now.plus(GuessGuard.LOCK_TIME).plusSeconds(1);
        assertThat(guard.delay(client, "desk")).isZero();
        guard.missed(client, "desk");
        assertThat(guard.delay(client, "desk")).isZero();
    }

    @Test
    void successForgetsTheMissesOfItsName() throws Exception {
        InetAddress client = address("192.0.2.7");
        for (int i = 0; i < 10; i++) {
            guard.missed(client, "desk");
        }
        guard.succeeded(client, "desk");
        assertThat(guard.delay(client, "desk")).isZero();
    }

    @Test
    void manyNamesFromOneClientAreGuessesToo() throws Exception {
        for (int i = 0; i < 80; i++) {
            guard.missed(address("2001:db8:1:2:3::" + i), "name" + i);
        }
        assertThat(guard.delay(address("2001:db8:1:2:ffff::1"), "desk")).isPositive();
        assertThat(guard.delay(address("2001:db8:1:3::1"), "desk")).isZero();
    }
}
