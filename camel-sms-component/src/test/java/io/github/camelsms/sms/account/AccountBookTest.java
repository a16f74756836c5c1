package io.github.camelsms.sms.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.account.AccountPolicy.Activity;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What terms, groups and defaults amount to, and who is let in by them. */
class AccountBookTest {

    private static final PasswordHash SECRET = PasswordHash.of("secret one", 10_000);

    private static AccountEntry account(String name, String group, Map<String, String> terms) {
        return AccountEntry.account(name)
                .withGroup(Optional.of(group).filter(text -> !text.isEmpty()))
                .withPassword(Optional.of(SECRET))
                .withTerms(Terms.of(terms));
    }

    @Test
    void anAccountThenItsGroupThenItsDomainThenTheDefault() {
        AccountBook book = AccountBook.of(List.of(
                AccountEntry.group("sales").withTerms(Terms.of(Map.of("limit", "100", "gateway", "us", "rate", "5/s"))),
                AccountEntry.group("example.org").withTerms(Terms.of(Map.of("limit", "20", "senders", "Org"))),
                AccountEntry.group("default").withTerms(Terms.of(Map.of("rate", "1/h", "senders", "Any"))),
                account("joe@example.org", "sales", Map.of("gateway", "eu")),
                account("jim", "", Map.of())));

        AccountPolicy joe = book.resolve("joe@example.org").policy();
        assertThat(joe.gateway()).contains("eu");
        assertThat(joe.rate()).contains(Rate.parse("5/s"));
        assertThat(joe.senders()).containsExactly("Org");
        assertThat(joe.monthlyLimit()).as("of the domain, each for himself").contains(20L);
        assertThat(book.resolve("joe@example.org").group()).contains(new Account.Group("sales", Optional.of(100L)));
        assertThat(book.resolve("jim").policy().senders()).containsExactly("Any");
        assertThat(book.resolve("jim").policy().monthlyLimit()).isEmpty();
        assertThat(book.resolve("somebody@example.org").policy().monthlyLimit()).contains(20L);
    }

    @Test
    void aGroupClosesItsMembers() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        AccountBook book = AccountBook.of(List.of(
                AccountEntry.group("off").withTerms(Terms.of(Map.of("active", "false"))),
                AccountEntry.group("old").withTerms(Terms.of(Map.of("expires", "2026-11-22"))),
                account("a", "off", Map.of("active", "true")),
                account("b", "old", Map.of("expires", "2030-01-01")),
                account("c", "", Map.of("expires", "2026-11-23"))));
        assertThat(book.resolve("a").policy().at(now)).isEqualTo(Activity.INACTIVE);
        assertThat(book.resolve("b").policy().at(now)).isEqualTo(Activity.EXPIRED);
        assertThat(book.resolve("c").policy().at(now)).isEqualTo(Activity.ACTIVE);
    }

    @Test
    void systemUsersAreAskedAfterTheAccounts() throws Exception {
        Accounts accounts = new Accounts(AccountBook.of(List.of(account("joe", "", Map.of()))), Clock.systemUTC());
        InetAddress here = InetAddress.getLoopbackAddress();
        assertThat(accounts.authenticate("ann@example.org", "hers", here)).isEmpty();
        accounts.consult((name, password) -> name.equals("ann@example.org") && password.equals("hers"));
        assertThat(accounts.authenticate("ann@example.org", "hers", here))
                .map(Account::name)
                .contains("ann@example.org");
        assertThat(accounts.authenticate("ann@example.org", "his", here)).isEmpty();
        assertThat(accounts.authenticate("joe", "secret one", here)).isPresent();
    }

    @Test
    void aChangedPasswordEndsWhatWasVerifiedAndATokenOpensToo() throws Exception {
        Accounts accounts = new Accounts(AccountBook.of(List.of(account("joe", "", Map.of()))), Clock.systemUTC());
        InetAddress here = InetAddress.getLoopbackAddress();
        assertThat(accounts.authenticate("joe", "secret one", here)).isPresent();
        AccountEntry changed = account("joe", "", Map.of())
                .withPassword(Optional.of(PasswordHash.of("another one", 10_000)))
                .withToken(Optional.of(Accounts.digest("sms_token")));
        accounts.replace(AccountBook.of(List.of(changed)));
        assertThat(accounts.authenticate("joe", "secret one", here)).isEmpty();
        assertThat(accounts.authenticate("joe", "another one", here)).isPresent();
        assertThat(accounts.authenticate("sms_token", here)).map(Account::name).contains("joe");
        assertThat(accounts.authenticate("sms_other", here)).isEmpty();
        accounts.replace(AccountBook.of(List.of()));
        assertThat(accounts.authenticate("sms_token", here)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, many, limit: a number of parts",
        "expires, soon, expires: a time",
        "rate, 10, rate: a rate is written",
        "rate, 0/s, rate: a rate is written",
        "roles, king, roles: roles are send",
        "active, yes, active: true or false",
        "senders, 'much too long a name', senders:",
        "destinations, Mars, destinations: a destination is",
        "gateway, 'a b', gateway: ids",
        "mail, joe, mail: a mail address",
        "colour, blue, an account has no colour",
    })
    void aTermThatIsNoneIsNamed(String term, String value, String message) {
        assertThatThrownBy(() -> Terms.of(Map.of(term, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
