package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.Dialect.Trouble;
import java.sql.SQLException;

/** What a failure of the database means to who asked. */
final class SqlFailures {

    private SqlFailures() {}

    static RuntimeException explain(Dialect dialect, Exception failure) {
        if (failure instanceof RuntimeException known) {
            return known;
        }
        if (failure instanceof SQLException sql && dialect.trouble(sql) == Trouble.FULL) {
            return new SmsRejectedException(
                    Code.STORE_FULL, "The disk of the store is full; make room and try again", failure);
        }
        return new SmsRejectedException(Code.STORE_DOWN, "The store failed: " + failure.getMessage(), failure);
    }

    /** The connection was lost during a commit. */
    static RuntimeException unknown(SQLException failure) {
        return new SmsRejectedException(
                Code.STORE_DOWN,
                "The store went away while it stored; whether it did is not known: " + failure.getMessage(),
                failure);
    }
}
