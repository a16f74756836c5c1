package io.github.camelsms.routes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InOrderTest {

    private final InOrder inOrder = new InOrder();
    private final List<String> told = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> calls = new HashMap<>();

    private CompletableFuture<Void> tell(String message, String event) {
        return inOrder.tell(message, event, () -> {
                    told.add(event);
                    CompletableFuture<Void> call = new CompletableFuture<>();
                    calls.put(event, call);
                    return call;
                })
                .toCompletableFuture();
    }

    private void begin(String message, String event) {
        var unused = tell(message, event);
    }

    @Test
    void aLaterEventWaitsForTheOneThatIsBeingTold() {
        begin("m", "sent");
        CompletableFuture<Void> delivered = tell("m", "delivered");
        assertThat(told).containsExactly("sent");
        calls.get("sent").complete(null);
        assertThat(told).containsExactly("sent", "delivered");
        calls.get("delivered").complete(null);
        assertThat(delivered).isCompleted();
    }

    @Test
    void aLaterEventFailsUntilTheOneBeforeIsTold() {
        begin("m", "sent");
        CompletableFuture<Void> delivered = tell("m", "delivered");
        calls.get("sent").completeExceptionally(new java.io.IOException("no answer"));
        assertThat(delivered).isCompletedExceptionally();
        assertThat(tell("m", "delivered")).isCompletedExceptionally();
        assertThat(told).containsExactly("sent");
        CompletableFuture<Void> again = tell("m", "sent");
        calls.get("sent").complete(null);
        assertThat(again).isCompleted();
        begin("m", "delivered");
        assertThat(told).containsExactly("sent", "sent", "delivered");
    }

    @Test
    void otherMessagesWaitForNothing() {
        begin("dead", "sent");
        begin("m", "sent of m");
        assertThat(told).containsExactly("sent", "sent of m");
        calls.get("sent").completeExceptionally(new java.io.IOException("no answer"));
        calls.get("sent of m").complete(null);
        begin("m", "delivered of m");
        assertThat(told).containsExactly("sent", "sent of m", "delivered of m");
    }

    /** Three events of each message, tried again in any order until all are told. */
    @Test
    void whateverFailsTheOrderIsKept() {
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            List<String> order = new ArrayList<>();
            List<String> open = new ArrayList<>(List.of("1", "2", "3"));
            InOrder fresh = new InOrder();
            // they are handed out for the first time as they have happened
            for (String event : List.copyOf(open)) {
                tryOnce(fresh, event, random, order, open);
            }
            while (!open.isEmpty()) {
                tryOnce(fresh, open.get(random.nextInt(open.size())), random, order, open);
            }
            assertThat(order).containsExactly("1", "2", "3");
        }
    }

    private static void tryOnce(InOrder inOrder, String event, Random random, List<String> order, List<String> open) {
        CompletableFuture<Void> done = inOrder.tell("m", event, () -> {
                    if (random.nextInt(3) > 0) {
                        return CompletableFuture.failedFuture(new java.io.IOException("busy"));
                    }
                    order.add(event);
                    return CompletableFuture.completedFuture(null);
                })
                .toCompletableFuture();
        if (!done.isCompletedExceptionally()) {
            open.remove(event);
        }
    }
}
