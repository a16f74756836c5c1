package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * Accepts messages to be sent. When the exchange completes, the messages are on disk and the header
 * {@code CamelSmsMessageId} holds their identities, in the order of the recipients, separated by commas.
 *
 * <p>A body that is a {@code List<Exchange>}, as Camel's grouped exchange aggregation makes it, is accepted as a whole:
 * each exchange by its own headers and body, all in one transaction, identities in their order.
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
        List<Exchange> group = Pieces.of(exchange);
        List<Message> messages = new ArrayList<>();
        for (Exchange each : group) {
            List<Message> read = MessageHeaders.read(
                    each.getMessage(),
                    settings,
                    number,
                    getEndpoint().getComponent().clock().instant());
            String explained = explanation(each).map(Explanation::brief).orElse("");
            read.forEach(message -> messages.add(
                    explained.isEmpty() ? message : message.withAttribute(Message.EXPLANATION, explained)));
        }
        if (isDryRun(exchange)) {
            return CompletableFuture.completedStage(List.of());
        }
        return accept(key(exchange, group), store, messages).thenAccept(ids -> exchange.getMessage()
                .setHeader(
                        SmsConstants.MESSAGE_ID,
                        ids.stream().map(MessageId::value).collect(Collectors.joining(","))));
    }

    private static boolean isDryRun(Exchange exchange) {
        return explanation(exchange).filter(Explanation::isDryRun).isPresent();
    }

    private static Optional<Explanation> explanation(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(SmsConstants.EXPLANATION_PROPERTY, Explanation.class));
    }

    /** Of the whole, or else of its first piece: pieces are copies of what came in. */
    private static Optional<IdempotencyKey> key(Exchange exchange, List<Exchange> group) {
        Optional<String> request =
                Optional.ofNullable(exchange.getProperty(SmsConstants.REQUEST_DIGEST_PROPERTY, String.class));
        return MessageHeaders.idempotencyKey(exchange.getMessage())
                .or(() -> MessageHeaders.idempotencyKey(group.get(0).getMessage()))
                .map(key -> request.map(key::ofRequest).orElse(key));
    }

    private static CompletionStage<List<MessageId>> accept(
            Optional<IdempotencyKey> key, MessageStore store, List<Message> messages) {
        return key.map(given -> store.accept(given, messages)).orElseGet(() -> store.accept(messages));
    }
}
