package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * What a caller learns of an operation.
 *
 * @param kind how it ended
 * @param value what it gave, when it was done
 */
record Answer<T>(Kind kind, Optional<T> value) {

    enum Kind {
        DONE,
        /** The store says no, and has changed nothing. */
        REFUSED,
        /** The lease is not valid any more. */
        STALE,
        /** The process has died; nobody knows whether it was done. */
        UNKNOWN
    }

    static <T> Answer<T> of(CompletionStage<T> stage) {
        try {
            return new Answer<>(
                    Kind.DONE, Optional.ofNullable(stage.toCompletableFuture().join()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalStateException) {
                return new Answer<>(Kind.STALE, Optional.empty());
            }
            if (e.getCause() instanceof SmsRejectedException refusal) {
                boolean died = refusal.code() == Code.STORE_DOWN;
                return new Answer<>(died ? Kind.UNKNOWN : Kind.REFUSED, Optional.empty());
            }
            throw e;
        }
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }
}
