package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.StoreAddress;

/** Which database a URL means. */
final class Databases {

    private Databases() {}

    /**
     * Opens a database to work on it.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    static Database open(StoreAddress address) {
        if (PostgresDatabase.understands(address.url())) {
            return PostgresDatabase.open(address);
        }
        if (SqliteDatabase.understands(address.url())) {
            return SqliteDatabase.open(address.url());
        }
        throw unknown(address);
    }

    /**
     * Opens one that is there, beside a gateway that works on it or not.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    static Database openBeside(StoreAddress address) {
        if (PostgresDatabase.understands(address.url())) {
            return PostgresDatabase.open(address);
        }
        if (SqliteDatabase.understands(address.url())) {
            return SqliteDatabase.openBeside(address.url());
        }
        throw unknown(address);
    }

    private static IllegalArgumentException unknown(StoreAddress address) {
        return new IllegalArgumentException(
                "A store is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE, not " + address);
    }
}
