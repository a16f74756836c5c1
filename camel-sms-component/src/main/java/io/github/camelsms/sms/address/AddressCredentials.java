package io.github.camelsms.sms.address;

import java.util.Objects;
import java.util.function.Predicate;

/** A name and a password that stood in an address. They are read once and never printed. */
public record AddressCredentials(String user, String password) {

    public AddressCredentials {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * The same for the account that is meant: {@code john%example.org} is {@code john@example.org} where there is no
     * account of the first name (IceWarp, login policy).
     *
     * @param isAccount whether there is an account of a name
     */
    public AddressCredentials forAccount(Predicate<String> isAccount) {
        int percent = user.lastIndexOf('%');
        return percent < 0 || isAccount.test(user)
                ? this
                : new AddressCredentials(user.substring(0, percent) + "@" + user.substring(percent + 1), password);
    }

    @Override
    public String toString() {
        return "AddressCredentials[…]";
    }
}
