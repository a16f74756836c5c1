package io.github.camelsms.sms.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;

/** What SQL databases do not agree on. Everything else of the store is the same SQL for all of them. */
interface Dialect {

    /** What a failure means to the work that met it. */
    enum Trouble {
        /** Somebody else was faster; the same work may succeed when it is done again. */
        CONFLICT,
        /** The connection is gone, and whether a commit that was under way has happened nobody knows. */
        CONNECTION_LOST,
        /** There is no room for more. */
        FULL,
        /** What is on the disk is not what was written there. */
        DAMAGED,
        OTHER
    }

    /** A step of the schema, which is written in SQLite's words, in the words of this database. */
    String schema(String script);

    /** A text as this database can keep it. */
    String text(String text);

    /** Ends a query whose rows this transaction is going to change: nobody else changes them before its end. */
    String forUpdate();

    /** The same, and leaves out rows that somebody else is changing. */
    String forUpdateSkipLocked();

    /**
     * The time after which to look for what is due next: now, or the beginning of time where rows that are due may have
     * been left out because somebody else had them for a moment.
     */
    default Instant dueAfter(Instant now) {
        return forUpdateSkipLocked().isEmpty() ? now : Instant.EPOCH;
    }

    /** Has this transaction alone work on what {@code name} stands for, until its end. */
    void lock(Tx tx, String name) throws SQLException;

    Trouble trouble(SQLException failure);
}
