package io.github.camelsms.routes.webhook;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step that calls somebody and holds no thread meanwhile; the exchange fails when nobody was told. */
public abstract class CallingProcessor extends AsyncProcessorSupport {

    /** Completes when who has to be told was told. */
    protected abstract CompletionStage<Void> call(Message message);

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            var unused = call(exchange.getMessage()).whenCompleteAsync((done, failure) -> {
                if (failure != null) {
                    exchange.setException(failure instanceof CompletionException ? failure.getCause() : failure);
                }
                callback.done(false);
            });
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }
}
