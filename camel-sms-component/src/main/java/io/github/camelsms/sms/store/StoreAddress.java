package io.github.camelsms.sms.store;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a store is and who may use it.
 *
 * @param url JDBC URL
 * @param user name at the database server, where there is one
 * @param password that goes with it; never shown
 */
public record StoreAddress(String url, Optional<String> user, Optional<String> password) {

    public StoreAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** A store that asks nobody who they are. */
    public static StoreAddress of(String url) {
        return new StoreAddress(url, Optional.empty(), Optional.empty());
    }

    /** The URL without its parameters, of which one may be a password. */
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
