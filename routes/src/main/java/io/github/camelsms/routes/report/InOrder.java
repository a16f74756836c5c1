package io.github.camelsms.routes.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Tells the events of one message one after the other: who has not been told of the first is not told of the second, so
 * that no retry comes behind a later event. Events of other messages wait for nothing. It is forgotten by a restart.
 */
final class InOrder {

    private static final int MOST_MESSAGES = 10_000;

    /** Per message the events of which somebody has not been told, the first in front. */
    private final Map<String, Map<String, CompletableFuture<Void>>> untold = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, CompletableFuture<Void>>> eldest) {
            return size() > MOST_MESSAGES;
        }
    };

    /** Tells of an event, now or when those before it are told; it fails when one of them has. */
    CompletionStage<Void> tell(String message, String event, Supplier<CompletionStage<Void>> call) {
        CompletableFuture<Void> own = new CompletableFuture<>();
        return begin(message, event, own)
                .thenCompose(before -> call.get())
                .whenComplete((done, failure) -> end(message, event, own, failure));
    }

    /** How it goes with the event in front of this one. */
    private synchronized CompletableFuture<Void> begin(String message, String event, CompletableFuture<Void> own) {
        Map<String, CompletableFuture<Void>> events = untold.computeIfAbsent(message, first -> new LinkedHashMap<>());
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, CompletableFuture<Void>> other : events.entrySet()) {
            if (other.getKey().equals(event)) {
                break;
            }
            before = other.getValue();
        }
        // an event that is tried again keeps its place
        events.put(event, own);
        return before;
    }

    private void end(String message, String event, CompletableFuture<Void> own, Throwable failure) {
        synchronized (this) {
            Map<String, CompletableFuture<Void>> events = untold.get(message);
            if (failure == null && events != null) {
                events.remove(event, own);
                if (events.isEmpty()) {
                    untold.remove(message);
                }
            }
        }
        if (failure == null) {
            own.complete(null);
        } else {
            own.completeExceptionally(failure);
        }
    }
}
