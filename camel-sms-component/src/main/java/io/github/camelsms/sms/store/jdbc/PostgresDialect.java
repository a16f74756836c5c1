package io.github.camelsms.sms.store.jdbc;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** PostgreSQL, and what speaks its language: several machines write at the same time, so that rows are locked. */
final class PostgresDialect implements Dialect {

    private static final Pattern INTEGER = Pattern.compile("\\bINTEGER\\b");
    private static final Pattern TEXT = Pattern.compile("\\bTEXT\\b");
    private static final Pattern BLOB = Pattern.compile("\\bBLOB\\b");
    private static final Pattern WITHOUT_ROWID = Pattern.compile("\\bWITHOUT ROWID\\b");

    /** Identities sort by their octets, whatever language the database was made for. */
    @Override
    public String schema(String script) {
        String typed = INTEGER.matcher(script).replaceAll("BIGINT");
        typed = TEXT.matcher(typed).replaceAll("TEXT COLLATE \"C\"");
        typed = BLOB.matcher(typed).replaceAll("BYTEA");
        return WITHOUT_ROWID.matcher(typed).replaceAll("");
    }

    /** PostgreSQL keeps no U+0000 in a text; the symbol for it stands in its place. */
    @Override
    public String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\u2400');
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public String forUpdateSkipLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public void lock(Tx tx, String name) throws SQLException {
        tx.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> name, name);
    }

    /** By the classes of SQLSTATE: PostgreSQL documentation, appendix A. */
    @Override
    public Trouble trouble(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "23505", "40001", "40P01", "55P03" -> Trouble.CONFLICT;
            // out of disk, memory or connections
            case "53100" -> Trouble.FULL;
            // a server that shuts down or starts, and one that only reads: perhaps no longer the primary one
            case "57P01", "57P02", "57P03", "25006", "25P03", "53300" -> Trouble.CONNECTION_LOST;
            default -> state.startsWith("08") ? Trouble.CONNECTION_LOST : Trouble.OTHER;
        };
    }
}
