package io.github.camelsms.modem.session;

import io.github.camelsms.sms.message.PartLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Notes what it is told, and can refuse. */
final class RecordingLedger implements PartLedger {

    final List<String> entries = new ArrayList<>();
    volatile boolean leaseLost;

    @Override
    public CompletionStage<Plan> open(int total) {
        return CompletableFuture.completedFuture(new Plan(7, Map.of()));
    }

    @Override
    public synchronized CompletionStage<Void> sending(int index) {
        if (leaseLost) {
            return CompletableFuture.failedFuture(new IllegalStateException("the lease is another's"));
        }
        entries.add("sending " + index);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Void> accepted(int index, String reference) {
        entries.add("accepted " + index + " " + reference);
        return CompletableFuture.completedFuture(null);
    }
}
