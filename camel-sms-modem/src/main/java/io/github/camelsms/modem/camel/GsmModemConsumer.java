package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.session.ModemSession;
import io.github.camelsms.modem.session.ReceivedPdu;
import io.github.camelsms.modem.session.Sessions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultConsumer;

/**
 * Hands out what the modem has received. It is deleted from the modem when the exchange has completed, with everything
 * that the route has started and waits for; when the exchange fails it stays there and is offered again.
 */
class GsmModemConsumer extends DefaultConsumer {

    private final GsmModemEndpoint endpoint;
    private volatile Sessions.Handle handle;

    GsmModemConsumer(GsmModemEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        setHealthCheck(new GsmModemHealthCheck(endpoint.getDevice(), this::session));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Sessions.Handle opened = endpoint.openSession();
        try {
            opened.session().attach(this::received);
        } catch (IllegalStateException e) {
            opened.close();
            throw e;
        }
        handle = opened;
    }

    @Override
    protected void doStop() throws Exception {
        if (handle != null) {
            handle.session().detach();
            handle.close();
            handle = null;
        }
        super.doStop();
    }

    private Optional<ModemSession> session() {
        return Optional.ofNullable(handle).map(Sessions.Handle::session);
    }

    private CompletionStage<Void> received(ReceivedPdu pdu) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        ReceivedMapper.map(pdu, exchange.getIn());
        exchange.getExchangeExtension().addOnCompletion(new Synchronization() {
            @Override
            public void onComplete(Exchange completed) {
                safe.complete(null);
            }

            @Override
            public void onFailure(Exchange failed) {
                safe.completeExceptionally(
                        failed.getException() == null
                                ? new IllegalStateException("the route was rolled back")
                                : failed.getException());
            }
        });
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
        return safe;
    }

    /** Without the options: the PIN is one of them. */
    @Override
    public String toString() {
        return "Consumer[" + endpoint + "]";
    }
}
