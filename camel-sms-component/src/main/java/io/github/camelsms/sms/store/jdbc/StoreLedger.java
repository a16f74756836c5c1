package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.store.Lease;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The ledger of one message that is handed out. */
final class StoreLedger implements PartLedger {

    private final CommitQueue queue;
    private final Sending sending;
    private final Lease lease;

    StoreLedger(CommitQueue queue, Sending sending, Lease lease) {
        this.queue = queue;
        this.sending = sending;
        this.lease = lease;
    }

    @Override
    public CompletionStage<Plan> open(int total) {
        return queue.submit(tx -> sending.open(tx, lease, total));
    }

    @Override
    public CompletionStage<Void> sending(int index) {
        return queue.change(tx -> sending.partSending(tx, lease, index));
    }

    @Override
    public CompletionStage<Void> accepted(int index, String reference) {
        return queue.change(tx -> sending.partAccepted(tx, lease, index, reference));
    }

    /**
     * Waits for nothing: {@code sent}, which the consumer calls next, is behind it in the queue, is told until it is
     * stored, and brings the references with it. That saves each message one trip to the disk.
     */
    @Override
    public CompletionStage<Void> acceptedLast(int index, String reference) {
        var unused = accepted(index, reference);
        return CompletableFuture.completedStage(null);
    }
}
