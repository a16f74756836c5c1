package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What a failure of the database means to who asked. */
final class SqlFailures {

    private SqlFailures() {}

    static RuntimeException explain(Exception failure) {
        if (failure instanceof RuntimeException known) {
            return known;
        }
        if (failure instanceof SQLException sql && (sql.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_FULL.code) {
            return new SmsRejectedException(
                    Code.STORE_FULL, "The disk of the store is full; make room and try again", failure);
        }
        return new SmsRejectedException(Code.STORE_DOWN, "The store failed: " + failure.getMessage(), failure);
    }
}
