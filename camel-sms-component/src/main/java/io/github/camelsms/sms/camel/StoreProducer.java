package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.MessageStore;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** A producer whose exchange completes when the store has what it holds on disk. No thread waits for that. */
abstract class StoreProducer extends DefaultAsyncProducer {

    StoreProducer(SmsEndpoint endpoint) {
        super(endpoint);
    }

    /** Gives the exchange to the store; what it throws is the answer to the exchange. */
    abstract CompletionStage<?> store(Exchange exchange, MessageStore store);

    @Override
    public SmsEndpoint getEndpoint() {
        return (SmsEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<?> stored;
        try {
            stored = store(exchange, getEndpoint().getComponent().openStore());
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        stored.whenComplete((result, failure) -> {
            if (failure != null) {
                exchange.setException(Failures.root(failure));
            }
            callback.done(false);
        });
        return false;
    }
}
