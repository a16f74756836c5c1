package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The accounts and groups that a store keeps: the contract of {@link AccountStore}. */
class AccountsContractTest extends StoreContract {

    @Test
    void keepsAccountsAndGroups() {
        PasswordHash secret = PasswordHash.of("secret");
        long before = get(store.accounts().version());
        assertRejected(
                store.accounts().add(AccountEntry.account("joe").withGroup(Optional.of("desk"))), Code.WRONG_STATE);
        get(store.accounts().add(AccountEntry.group("desk")));
        get(store.accounts()
                .add(AccountEntry.account("joe")
                        .withGroup(Optional.of("desk"))
                        .withPassword(Optional.of(secret))
                        .withTerms(
                                Terms.of(Map.of("limit", "0100", "roles", "send, admin", "expires", "2027-01-01")))));
        assertRejected(store.accounts().add(AccountEntry.account("joe")), Code.WRONG_STATE);
        assertThat(get(store.accounts().version())).isGreaterThan(before);
        get(store.accounts()
                .change(
                        Kind.ACCOUNT,
                        "joe",
                        joe -> joe.withTerms(joe.terms().with(Term.ROLES, "").with(Term.ACTIVE, "false"))));
        assertRejected(store.accounts().change(Kind.ACCOUNT, "jim", jim -> jim), Code.NOT_FOUND);
        assertRejected(store.accounts().remove(Kind.GROUP, "desk"), Code.WRONG_STATE);
        reopen();

        List<AccountEntry> entries = get(store.accounts().entries());

        assertThat(entries).extracting(AccountEntry::name).containsExactly("joe", "desk");
        assertThat(entries.get(0).password().orElseThrow().matches("secret")).isTrue();
        assertThat(entries.get(0).group()).contains("desk");
        assertThat(entries.get(0).terms())
                .isEqualTo(Terms.of(Map.of("limit", "100", "active", "false", "expires", "2027-01-01T00:00:00Z")));
        get(store.accounts().remove(Kind.ACCOUNT, "joe"));
        get(store.accounts().remove(Kind.GROUP, "desk"));
        assertThat(get(store.accounts().entries())).isEmpty();
    }
}
