package io.github.camelsms.sms.address;

import java.util.Objects;

/** A name and a password that stood in an address. They are read once and never printed. */
public record AddressCredentials(String user, String password) {

    public AddressCredentials {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "AddressCredentials[…]";
    }
}
