package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * Accepts messages to be sent. When the exchange completes, the messages are on disk and the header
 * {@code CamelSmsMessageId} holds their identities, in the order of the recipients, separated by commas.
 */
final class AcceptProducer extends StoreProducer {

    private final SmsSettings settings;
    private final Optional<PhoneNumber> number;

    private AcceptProducer(SmsEndpoint endpoint, SmsSettings settings, Optional<PhoneNumber> number) {
        super(endpoint);
        this.settings = settings;
        this.number = number;
    }

    /** For the numbers in the header {@code CamelSmsTo}. */
    static AcceptProducer forHeader(SmsEndpoint endpoint, SmsSettings settings) {
        return new AcceptProducer(endpoint, settings, Optional.empty());
    }

    /** For the number of the endpoint. */
    static AcceptProducer forNumber(SmsEndpoint endpoint, SmsSettings settings, PhoneNumber number) {
        return new AcceptProducer(endpoint, settings, Optional.of(number));
    }

    @Override
    CompletionStage<?> store(Exchange exchange, MessageStore store) {
        List<Message> messages = MessageHeaders.read(
                exchange.getMessage(),
                settings,
                number,
                getEndpoint().getComponent().clock().instant());
        return accept(exchange, store, messages).thenAccept(ids -> exchange.getMessage()
                .setHeader(
                        SmsConstants.MESSAGE_ID,
                        ids.stream().map(MessageId::value).collect(Collectors.joining(","))));
    }

    private static CompletionStage<List<MessageId>> accept(
            Exchange exchange, MessageStore store, List<Message> messages) {
        return MessageHeaders.idempotencyKey(exchange.getMessage())
                .map(key -> store.accept(key, messages))
                .orElseGet(() -> store.accept(messages));
    }
}
