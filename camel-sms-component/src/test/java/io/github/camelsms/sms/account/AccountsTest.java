package io.github.camelsms.sms.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final int FEW = 10_000;

    private final SettableClock clock = new SettableClock();
    private final Accounts accounts = new Accounts(
            List.of(
                    new Account("desk", Optional.of(PasswordHash.of("pÄss w:rd", FEW))),
                    new Account("closed", Optional.empty())),
            clock);

    @Test
    void theRightPasswordOpens() throws Exception {
        assertThat(accounts.authenticate("desk", "pÄss w:rd"))
                .map(Account::name)
                .contains("desk");
    }

    @Test
    void wrongUnknownAndDisabledAreTheSameAnswer() throws Exception {
        assertThat(accounts.authenticate("desk", "pass w:rd")).isEmpty();
        assertThat(accounts.authenticate("nobody", "pÄss w:rd")).isEmpty();
        assertThat(accounts.authenticate("closed", "")).isEmpty();
        assertThat(accounts.authenticate("desk", "")).isEmpty();
    }

    @Test
    void whatWasVerifiedIsFastForFiveMinutesAndNeverOpensForAnotherPassword() throws Exception {
        accounts.authenticate("desk", "pÄss w:rd");
        assertThat(accounts.authenticate("desk", "pÄss w:rd ")).isEmpty();
        clock.advance(Duration.ofMinutes(4));
        assertThat(accounts.authenticate("desk", "pÄss w:rd")).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(accounts.authenticate("desk", "pÄss w:rd")).isPresent();
    }

    @Test
    void verifiedCredentialsExpireAndAreBounded() {
        VerifiedCredentials cache = new VerifiedCredentials(clock);
        byte[] first = cache.digest("a", "b", "");
        cache.add(first);
        assertThat(cache.contains(first)).isTrue();
        assertThat(cache.digest("ab", "", "")).isNotEqualTo(cache.digest("a", "b", ""));
        for (int i = 0; i < 10_000; i++) {
            cache.add(cache.digest("a", "x" + i, ""));
        }
        assertThat(cache.contains(first)).isFalse();
        byte[] last = cache.digest("a", "x9999", "");
        assertThat(cache.contains(last)).isTrue();
        clock.advance(Duration.ofMinutes(5));
        assertThat(cache.contains(last)).isFalse();
    }

    @Test
    void aWrittenHashIsReadBackAndTellsNothing() {
        PasswordHash hash = PasswordHash.of("secret", FEW);
        assertThat(hash.written()).startsWith("pbkdf2$sha256$10000$");
        assertThat(PasswordHash.parse(hash.written()).matches("secret")).isTrue();
        assertThat(PasswordHash.parse(hash.written()).matches("Secret")).isFalse();
        assertThat(hash.toString()).doesNotContain("sha256").isEqualTo("pbkdf2$…");
        assertThat(PasswordHash.of("secret", FEW).written()).isNotEqualTo(hash.written());
    }

    @Test
    void aHashMadeElsewhereIsUnderstood() {
        // python: hashlib.pbkdf2_hmac('sha256', b'correct horse', b'0123456789abcdef', 10000)
        String written = "pbkdf2$sha256$10000$MDEyMzQ1Njc4OWFiY2RlZg$TI2grtvV1HW5nz2rBY4tctlrmOj5bZs0dw9j8NHpRRc";
        assertThat(PasswordHash.parse(written).matches("correct horse")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pbkdf2$",
                "pbkdf2$sha256$1$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
                "pbkdf2$sha256$99999999$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
                "pbkdf2$sha256$x$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
                "pbkdf2$sha256$10000$MDEy$MDEy",
                "pbkdf2$sha256$10000$*$*",
                "pbkdf2$md5$10000$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"
            })
    void aBrokenHashIsRefusedWithoutBeingRepeated(String written) {
        assertThatThrownBy(() -> PasswordHash.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("MDEy");
    }

    @Test
    void namesAreChecked() {
        for (String name : List.of("", "a:b", "a\nb", "x".repeat(65))) {
            assertThatThrownBy(() -> new Account(name, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Accounts(
                        List.of(new Account("a", Optional.empty()), new Account("a", Optional.empty())), clock))
                .hasMessageContaining("twice");
    }
}
