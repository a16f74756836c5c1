package io.github.camelsms.routes.report;

import io.github.camelsms.routes.webhook.CallingProcessor;
import io.github.camelsms.routes.webhook.Webhook;
import io.github.camelsms.routes.webhook.WebhookClient;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the URL that a message names, and the operator's webhook. It fails when one of them does not answer with 2xx;
 * then {@code sms:reports} keeps the report and tries again with back-off, over restarts, for about a day.
 */
final class ReportCallback extends CallingProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(ReportCallback.class);
    /** With 10 s before the second one, doubling up to 15 minutes: 24 hours. */
    private static final int MOST_ATTEMPTS = 102;

    private static final int GONE = 410;
    private static final String SENDER = "sender";
    private static final String OPERATOR = "operator";

    private final Supplier<Operations> store;
    private final WebhookClient client;
    private final Optional<Webhook> webhook;
    private final Clock clock;
    private final Told told = new Told();
    private final InOrder inOrder = new InOrder();

    ReportCallback(Supplier<Operations> store, WebhookClient client, Optional<Webhook> webhook, Clock clock) {
        this.store = store;
        this.client = client;
        this.webhook = webhook;
        this.clock = clock;
    }

    @Override
    protected CompletionStage<Void> call(Message report) {
        MessageId id = new MessageId(report.getHeader(SmsConstants.MESSAGE_ID, String.class));
        return store.get().find(id).thenCompose(found -> found.isPresent() ? tell(found.get(), report) : done());
    }

    private CompletionStage<Void> tell(MessageRecord message, Message report) {
        ReportEvent event = ReportEvent.of(
                message,
                report.getHeader(SmsConstants.STATE, "", String.class),
                report.getHeader(SmsConstants.REASON, "", String.class),
                clock.instant());
        int attempt = report.getHeader(SmsConstants.ATTEMPT, 1, Integer.class);
        String id = event.eventId();
        if (webhook.isEmpty()) {
            return inOrder.tell(event.id(), id, () -> tellSender(message, event, attempt));
        }
        CompletionStage<Void> sender = told.once(
                id, SENDER, () -> inOrder.tell(event.id() + SENDER, id, () -> tellSender(message, event, attempt)));
        CompletionStage<Void> operator = told.once(
                id,
                OPERATOR,
                () -> inOrder.tell(event.id() + OPERATOR, id, () -> tellOperator(webhook.get(), event, attempt)));
        // both are over before the report is tried again
        return CompletableFuture.allOf(sender.toCompletableFuture(), operator.toCompletableFuture())
                .thenRun(() -> told.forget(id, SENDER, OPERATOR));
    }

    private CompletionStage<Void> tellSender(MessageRecord message, ReportEvent event, int attempt) {
        Optional<String> url =
                Optional.ofNullable(message.message().attributes().values().get("ReportUrl"));
        Optional<Integer> mask = ReportEvent.mask(message);
        if (url.isEmpty() || mask.filter(bits -> (bits & event.bit()) == 0).isPresent()) {
            return done();
        }
        return answer(url.get(), mask.isPresent(), event).thenCompose(status -> settle(event, status, attempt));
    }

    private CompletionStage<Integer> answer(String url, boolean kannel, ReportEvent event) {
        try {
            return kannel
                    ? client.get(URI.create(KannelEscapes.expand(url, event)), event.eventId())
                    : client.post(URI.create(url), event.eventId(), event.fields());
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(GONE);
        }
    }

    private static CompletionStage<Void> tellOperator(Webhook webhook, ReportEvent event, int attempt) {
        return webhook.call(event.eventId(), event.operatorFields()).thenCompose(status -> {
            if (status / 100 == 2) {
                return done();
            }
            if (attempt >= MOST_ATTEMPTS) {
                LOG.error(
                        "sms.webhook.reports is not told that {} is {}: it {}",
                        event.id(),
                        event.state(),
                        WebhookClient.words(status));
                return done();
            }
            return CompletableFuture.failedStage(new IOException("sms.webhook.reports " + WebhookClient.words(status)));
        });
    }

    private static CompletionStage<Void> settle(ReportEvent event, int status, int attempt) {
        if (status / 100 == 2) {
            return done();
        }
        if (status == GONE || status == WebhookClient.NOT_ALLOWED || attempt >= MOST_ATTEMPTS) {
            LOG.error(
                    "nobody is told that {} is {}: {}",
                    event.id(),
                    event.state(),
                    status == WebhookClient.NOT_ALLOWED
                            ? "its report URL is neither https and public nor in sms.callbacks.hosts"
                            : "its report URL " + WebhookClient.words(status));
            return done();
        }
        return CompletableFuture.failedStage(new IOException("the report URL " + WebhookClient.words(status)));
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
