package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.MessageStore;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** Files the delivery report of a gateway: which reference, and the state that it says. */
final class ReportsProducer extends StoreProducer {

    private final Optional<String> gateway;

    ReportsProducer(SmsEndpoint endpoint, Optional<String> gateway) {
        super(endpoint);
        this.gateway = gateway;
    }

    @Override
    CompletionStage<?> store(Exchange exchange, MessageStore store) {
        return store.file(ReportHeaders.read(
                exchange.getMessage(),
                gateway,
                getEndpoint().getComponent().clock().instant()));
    }
}
