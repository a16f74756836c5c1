package io.github.camelsms.sms.store.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite: who writes has the whole database for that time, so that nothing has to be locked. */
final class SqliteDialect implements Dialect {

    private static final int PRIMARY_CODE = 0xFF;

    @Override
    public String schema(String script) {
        return script;
    }

    @Override
    public String text(String text) {
        return text;
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String forUpdateSkipLocked() {
        return "";
    }

    @Override
    public void lock(Tx tx, String name) {
        // nobody else writes
    }

    @Override
    public Trouble trouble(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY_CODE;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Trouble.FULL;
        }
        return failure instanceof SQLDataException
                        || code == SQLiteErrorCode.SQLITE_CORRUPT.code
                        || code == SQLiteErrorCode.SQLITE_NOTADB.code
                ? Trouble.DAMAGED
                : Trouble.OTHER;
    }
}
