package io.github.camelsms.sms.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.testing.SettableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S-07: guessing is slow, and nobody locks out anybody else. */
class LoginGuardTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void tenThousandGuessesAreFewHashesAndTheOwnerGetsInFromElsewhere() throws Exception {
        Accounts accounts =
                new Accounts(List.of(new Account("joe", Optional.of(PasswordHash.of("right one", 10_000)))), clock);
        InetAddress attacker = InetAddress.getByName("198.51.100.7");
        InetAddress owner = InetAddress.getByName("203.0.113.5");
        int checked = 0;
        int blocked = 0;
        for (int i = 0; i < 10_000; i++) {
            try {
                assertThat(accounts.authenticate("joe", "guess " + i, attacker)).isEmpty();
                checked++;
            } catch (Accounts.BlockedException e) {
                assertThat(e.retryAfter()).isPositive();
                blocked++;
            }
            clock.advance(Duration.ofMillis(6));
        }

        assertThat(checked).isBetween(5, 40);
        assertThat(blocked).isEqualTo(10_000 - checked);
        assertThat(accounts.authenticate("joe", "right one", owner)).isPresent();
    }

    @Test
    void manyNamesFromOneAddressAndManyAddressesForOneNameAreSlowedDown() throws Exception {
        LoginGuard guard = new LoginGuard(clock);
        for (int i = 0; i < LoginGuard.A_MINUTE; i++) {
            assertThat(guard.blocked("name" + i, "here")).isEmpty();
            guard.missed("name" + i, "here");
        }
        assertThat(guard.blocked("another", "here")).contains(Duration.ofMinutes(1));
        guard.succeeded("joe", "home");
        for (int i = 0; i < LoginGuard.A_MINUTE; i++) {
            guard.missed("joe", "there" + i);
        }
        assertThat(guard.blocked("joe", "elsewhere")).isPresent();
        assertThat(guard.blocked("joe", "home")).as("where he was before").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(guard.blocked("joe", "elsewhere")).isEmpty();
        assertThat(guard.blocked("another", "here")).isEmpty();
    }

    @Test
    void aPairWaitsLongerEachTimeAndForgetsAfterASuccess() {
        LoginGuard guard = new LoginGuard(clock);
        for (int i = 0; i < LoginGuard.FREE; i++) {
            guard.missed("joe", "here");
        }
        assertThat(guard.blocked("joe", "here")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        guard.missed("joe", "here");
        assertThat(guard.blocked("joe", "here")).contains(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        for (int i = LoginGuard.FREE + 1; i < LoginGuard.LOCK; i++) {
            guard.missed("joe", "here");
        }
        assertThat(guard.blocked("joe", "here")).contains(LoginGuard.SPAN);
        clock.advance(LoginGuard.SPAN);
        assertThat(guard.blocked("joe", "here")).isEmpty();
        guard.succeeded("joe", "here");
        guard.missed("joe", "here");
        assertThat(guard.blocked("joe", "here")).isEmpty();
    }

    @Test
    void aCustomersNetworkIsOneOrigin() throws Exception {
        assertThat(LoginGuard.origin(InetAddress.getByName("2001:db8:1:2::5")))
                .isEqualTo(LoginGuard.origin(InetAddress.getByName("2001:db8:1:2:ffff::1")))
                .isNotEqualTo(LoginGuard.origin(InetAddress.getByName("2001:db8:1:3::5")));
        assertThat(LoginGuard.origin(InetAddress.getByName("192.0.2.1")))
                .isNotEqualTo(LoginGuard.origin(InetAddress.getByName("192.0.2.2")));
    }
}
