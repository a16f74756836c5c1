package io.github.camelsms.sms.account;

import java.util.Objects;
import java.util.Optional;

/**
 * An account or a group as it was set up.
 *
 * @param name 1 to 64 characters without colon, comma and control characters
 * @param password empty when nobody can prove to be it by a password; a group has none
 * @param token SHA-256 of the token that proves it as well, in hex
 * @param group the group whose terms hold where its own say nothing, and whose limit it shares
 */
public record AccountEntry(
        Kind kind,
        String name,
        Optional<PasswordHash> password,
        Optional<String> token,
        Optional<String> group,
        Terms terms) {

    /** Which of the two. */
    public enum Kind {
        ACCOUNT,
        GROUP;

        /** As it is written: {@code account} or {@code group}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public AccountEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(terms, "terms");
        Account.checkName(name);
        if (kind == Kind.GROUP && (password.isPresent() || token.isPresent() || group.isPresent())) {
            throw new IllegalArgumentException("a group has neither password nor token nor group");
        }
    }

    /** An account that nobody can prove to be yet, and that nothing is said of. */
    public static AccountEntry account(String name) {
        return new AccountEntry(Kind.ACCOUNT, name, Optional.empty(), Optional.empty(), Optional.empty(), Terms.NONE);
    }

    /** A group that nothing is said of. */
    public static AccountEntry group(String name) {
        return new AccountEntry(Kind.GROUP, name, Optional.empty(), Optional.empty(), Optional.empty(), Terms.NONE);
    }

    public AccountEntry withPassword(Optional<PasswordHash> hash) {
        return new AccountEntry(kind, name, hash, token, group, terms);
    }

    public AccountEntry withToken(Optional<String> hash) {
        return new AccountEntry(kind, name, password, hash, group, terms);
    }

    public AccountEntry withGroup(Optional<String> other) {
        return new AccountEntry(kind, name, password, token, other, terms);
    }

    public AccountEntry withTerms(Terms others) {
        return new AccountEntry(kind, name, password, token, group, others);
    }
}
