package io.github.camelsms.sms.account;

import java.util.Objects;
import java.util.Optional;

/**
 * A sender that has to say who it is.
 *
 * @param name what it calls itself, 1 to 64 characters without colon, comma and control characters
 * @param password empty when nobody can prove to be it by a password: a blank one opens nothing
 * @param token SHA-256 of a token that proves it as well, in hex
 * @param group whose monthly limit it shares
 * @param policy what it may do
 */
public record Account(
        String name,
        Optional<PasswordHash> password,
        Optional<String> token,
        Optional<Account.Group> group,
        AccountPolicy policy) {

    /**
     * A group that accounts belong to.
     *
     * @param monthlyLimit parts that all of them together may send in a month
     */
    public record Group(String name, Optional<Long> monthlyLimit) {}

    public Account {
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(policy, "policy");
        checkName(name);
    }

    /** An account that nothing is said of. */
    public Account(String name, Optional<PasswordHash> password) {
        this(name, password, Optional.empty(), Optional.empty(), AccountPolicy.STANDARD);
    }

    static void checkName(String name) {
        boolean good = !name.isBlank()
                && name.length() <= 64
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> c == ':' || c == ',' || Character.isISOControl(c));
        if (!good) {
            throw new IllegalArgumentException(
                    "an account name has 1 to 64 characters, none of them a colon, a comma or"
                            + " a control character");
        }
    }

    /** Whether anybody can authenticate as this account. */
    public boolean isEnabled() {
        return password.isPresent() || token.isPresent();
    }

    /** The same with another policy. */
    public Account withPolicy(AccountPolicy other) {
        return new Account(name, password, token, group, other);
    }
}
