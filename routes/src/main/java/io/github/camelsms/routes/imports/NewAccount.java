package io.github.camelsms.routes.imports;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.Term;
import java.util.Objects;
import java.util.Optional;

/**
 * An account or a group that is to be added. An account that no country was closed to there may write to all of them
 * here.
 *
 * @param entry without its password
 * @param password as it stood in the old configuration; only its hash is kept
 * @param sent parts that count as sent in this month
 */
public record NewAccount(AccountEntry entry, Optional<String> password, long sent) {

    public NewAccount {
        Objects.requireNonNull(entry, "entry");
        if (entry.kind() == Kind.ACCOUNT && entry.terms().get(Term.DESTINATIONS).isEmpty()) {
            entry = entry.withTerms(entry.terms().with(Term.DESTINATIONS, "*"));
        }
        password = password.filter(text -> !text.isBlank());
        if (sent < 0) {
            throw new IllegalArgumentException("a count of messages is not below zero");
        }
    }

    /** Such as {@code account joe}. */
    public String title() {
        return entry.kind().word() + " " + entry.name();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return title();
    }
}
