package io.github.camelsms.sms.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What people have done, and the gateway by itself; it grows and nothing of it is ever changed. What changes the store is
 * noted in the same transaction by the store; this is for what happens elsewhere, and for who reads it.
 */
public interface AuditLog {

    /** Notes that something was done; complete when it is durable. */
    CompletionStage<Void> append(String action, String subject, String detail);

    /** The newest entry. */
    CompletionStage<Optional<AuditEntry>> last();

    /**
     * Entries in their order.
     *
     * @param after only those with a higher number
     * @param limit at most so many
     */
    CompletionStage<List<AuditEntry>> entries(long after, int limit);
}
