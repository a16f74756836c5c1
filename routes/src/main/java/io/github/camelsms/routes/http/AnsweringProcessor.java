package io.github.camelsms.routes.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * A first step that lets some calls go on through the route and answers the others itself, by what the store says. No
 * thread waits for the store.
 */
public abstract class AnsweringProcessor extends AsyncProcessorSupport {

    /** The answer, which ends the route; empty when the exchange goes on through it. */
    protected abstract Optional<CompletionStage<Answer>> answer(Exchange exchange) throws Exception;

    /** An answer that is there already. */
    protected static Optional<CompletionStage<Answer>> now(Answer answer) {
        return Optional.of(CompletableFuture.completedStage(answer));
    }

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Optional<CompletionStage<Answer>> answer = answer(exchange);
            if (answer.isPresent()) {
                CompletableFuture<Answer> future = answer.get().toCompletableFuture();
                if (!future.isDone()) {
                    // never on this thread: the listener does not expect the end before the beginning
                    var unused = future.whenCompleteAsync((ready, failure) -> {
                        settle(exchange, future);
                        callback.done(false);
                    });
                    return false;
                }
                settle(exchange, future);
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private static void settle(Exchange exchange, CompletableFuture<Answer> done) {
        try {
            done.join().end(exchange);
        } catch (CompletionException e) {
            exchange.setException(e.getCause());
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
    }
}
