package io.github.camelsms.sms.account;

import java.util.Objects;
import java.util.Optional;

/**
 * A sender that has to say who it is.
 *
 * @param name what it calls itself, 1 to 64 characters without colon and control characters
 * @param password empty when the account is disabled: a blank password opens nothing
 */
public record Account(String name, Optional<PasswordHash> password) {

    public Account {
        Objects.requireNonNull(password, "password");
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "an account name has 1 to 64 characters, none of them a colon or a control character");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 64
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether anybody can authenticate as this account. */
    public boolean isEnabled() {
        return password.isPresent();
    }
}
