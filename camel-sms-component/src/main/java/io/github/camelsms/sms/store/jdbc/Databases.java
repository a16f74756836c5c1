package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.StoreAddress;

/** Which database a URL means. */
public final class Databases {

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

    /**
     * Opens one that is there to copy and to check it, beside a gateway that works on it or not.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    public static Maintenance maintenance(StoreAddress address) {
        return PostgresDatabase.understands(address.url())
                ? PostgresMaintenance.open(address)
                : SqliteMaintenance.open(address.url());
    }

    private static IllegalArgumentException unknown(StoreAddress address) {
        return new IllegalArgumentException(
                "A store is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE, not " + address);
    }
}
