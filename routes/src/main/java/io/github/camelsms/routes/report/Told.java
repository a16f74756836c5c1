package io.github.camelsms.routes.report;

import io.github.camelsms.routes.recent.RecentMap;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Who was told of an event while somebody else could not be: the next attempt leaves the former out. It is forgotten by
 * a restart; then one is told twice, which the identity of the event shows.
 */
final class Told {

    private static final int MOST = 10_000;

    private final Set<String> told = Collections.newSetFromMap(Collections.synchronizedMap(new RecentMap<>(MOST)));

    /** Tells somebody, unless that was done before. */
    CompletionStage<Void> once(String eventId, String who, Supplier<CompletionStage<Void>> call) {
        String key = eventId + " " + who;
        return told.contains(key)
                ? CompletableFuture.completedStage(null)
                : call.get().thenRun(() -> told.add(key));
    }

    void forget(String eventId, String... all) {
        for (String who : all) {
            told.remove(eventId + " " + who);
        }
    }
}
