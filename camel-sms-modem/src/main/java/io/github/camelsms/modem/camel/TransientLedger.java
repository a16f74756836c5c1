package io.github.camelsms.modem.camel;

import io.github.camelsms.sms.message.PartLedger;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** The ledger of a message that nobody keeps a ledger for: all of it is sent in one attempt, or it is not. */
final class TransientLedger implements PartLedger {

    @Override
    public CompletionStage<Plan> open(int total) {
        return CompletableFuture.completedFuture(
                new Plan(ThreadLocalRandom.current().nextInt(0x10000), Map.of()));
    }

    @Override
    public CompletionStage<Void> sending(int index) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> accepted(int index, String reference) {
        return CompletableFuture.completedFuture(null);
    }
}
