package io.github.camelsms.benchmarks;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.UncertainPolicy;
import io.github.camelsms.sms.store.jdbc.JdbcMessageStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;

/** A store on disk that messages are put into and taken out of; a failure of the store ends the program. */
final class StoreLoad implements AutoCloseable {

    private static final String GATEWAY = "null";
    private static final int IN_FLIGHT = 64;
    private static final int RECIPIENTS = 1_000;
    private static final long FIRST_NUMBER = 15_550_000_000L;

    private final MessageStore store;
    private long count;

    StoreLoad(Path file) {
        store = JdbcMessageStore.open("jdbc:sqlite:" + file, Timing.DEFAULT, Clock.systemUTC());
        join(store.registerGateway(GATEWAY, UncertainPolicy.RETRY));
    }

    /** Accepts messages one by one, 64 at a time, as that many clients do. */
    void accept(int messages) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        CompletableFuture<Void> failed = new CompletableFuture<>();
        for (int i = 0; i < messages; i++) {
            free.acquire();
            var unused = store.accept(List.of(message())).whenComplete((ids, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
        failed.complete(null);
        join(failed);
    }

    /** Accepts messages in calls of 1,000. */
    void acceptMany(int messages) {
        for (int done = 0; done < messages; done += RECIPIENTS) {
            join(store.accept(
                    LongStream.range(0, RECIPIENTS).mapToObj(i -> message()).toList()));
        }
    }

    /** Hands messages to a gateway that takes all, 64 at a time, until there were so many or there are no more. */
    int take(int messages) {
        int taken = 0;
        while (taken < messages) {
            HandOut<Message> handOut = join(store.handOutgoing(GATEWAY, Math.min(IN_FLIGHT, messages - taken)));
            if (handOut.items().isEmpty()) {
                return taken;
            }
            List<CompletableFuture<Void>> sent = handOut.items().stream()
                    .map(Leased::lease)
                    .map(lease -> store.sent(lease, List.of()).toCompletableFuture())
                    .toList();
            sent.forEach(StoreLoad::join);
            taken += sent.size();
        }
        return taken;
    }

    /** Messages that were accepted and are in no state: always 0. */
    long drift() {
        return join(store.drift());
    }

    @Override
    public void close() {
        store.close();
    }

    private Message message() {
        count++;
        return Message.of(
                new PhoneNumber("+" + (FIRST_NUMBER + count % 1_000_000)),
                Body.text("Hello, number " + count),
                Instant.now().plus(Duration.ofDays(5)));
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "the store has refused: " + e.getCause().getMessage(), e);
        }
    }
}
