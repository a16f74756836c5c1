package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.AuditEntry;
import io.github.camelsms.sms.store.AuditLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The audit log in the database of the store, written for somebody. */
final class JdbcAudit implements AuditLog {

    private final CommitQueue queue;
    private final JdbcAccounts.Reader reader;
    private final Tables tables;
    private final String actor;
    private final AuditTable audit = new AuditTable();

    /**
     * @param actor who does what is noted here
     */
    JdbcAudit(CommitQueue queue, JdbcAccounts.Reader reader, Tables tables, String actor) {
        this.queue = queue;
        this.reader = reader;
        this.tables = tables;
        this.actor = actor;
    }

    /** The same as a part of what is noted. */
    void append(Tx tx, String action, String subject, String detail) throws SQLException {
        audit.append(tx, tables.now(), actor, action, subject, detail);
    }

    @Override
    public CompletionStage<Void> append(String action, String subject, String detail) {
        return queue.change(tx -> append(tx, action, subject, detail));
    }

    @Override
    public CompletionStage<Optional<AuditEntry>> last() {
        return reader.read(audit::last);
    }

    @Override
    public CompletionStage<List<AuditEntry>> entries(long after, int limit) {
        return reader.read(tx -> audit.entries(tx, after, limit));
    }
}
