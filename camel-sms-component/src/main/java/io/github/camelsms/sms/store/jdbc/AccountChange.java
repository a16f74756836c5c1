package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has changed in an account or a group, in words; of secrets that they have. */
final class AccountChange {

    private AccountChange() {}

    /** All that is said of a new one. */
    static String of(AccountEntry added) {
        AccountEntry nothing = added.kind() == AccountEntry.Kind.ACCOUNT
                ? AccountEntry.account(added.name())
                : AccountEntry.group(added.name());
        return between(nothing, added);
    }

    static String between(AccountEntry before, AccountEntry after) {
        List<String> changes = new ArrayList<>();
        for (Term term : Term.values()) {
            compare(
                    changes,
                    term.word(),
                    before.terms().get(term),
                    after.terms().get(term));
        }
        compare(changes, "group", before.group(), after.group());
        secret(
                changes,
                "password",
                before.password().map(PasswordHash::written),
                after.password().map(PasswordHash::written));
        secret(changes, "token", before.token(), after.token());
        return String.join(", ", changes);
    }

    private static void compare(List<String> changes, String name, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            changes.add(name + "=" + after.orElse(""));
        }
    }

    private static void secret(List<String> changes, String name, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            changes.add((after.isEmpty() ? "no " : before.isEmpty() ? "a " : "another ") + name);
        }
    }
}
