package io.github.camelsms.routes.webhook;

import io.github.camelsms.routes.json.IncomingJson;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.Operations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Message;

/**
 * Tells a webhook what was received. It fails when the other side does not answer with 2xx; then {@code sms:incoming}
 * keeps the message and tries again with back-off, over restarts, until it is a dead letter.
 */
final class IncomingWebhook extends CallingProcessor {

    private final Supplier<Operations> store;
    private final Optional<Webhook> webhook;

    IncomingWebhook(Supplier<Operations> store, Optional<Webhook> webhook) {
        this.store = store;
        this.webhook = webhook;
    }

    @Override
    protected CompletionStage<Void> call(Message message) {
        if (webhook.isEmpty()) {
            throw new IllegalStateException("sms.webhook.incoming is not set");
        }
        MessageId id = new MessageId(message.getHeader(SmsConstants.MESSAGE_ID, String.class));
        return store.get()
                .findIncoming(id)
                .thenCompose(found -> webhook.get().call(id.value() + ".received", fields(found.orElseThrow())))
                .thenCompose(IncomingWebhook::settle);
    }

    private static Map<String, Object> fields(IncomingRecord message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", "received");
        fields.putAll(IncomingJson.content(message));
        return fields;
    }

    private static CompletionStage<Void> settle(int status) {
        return status / 100 == 2
                ? CompletableFuture.completedStage(null)
                : CompletableFuture.failedStage(new IOException("sms.webhook.incoming " + WebhookClient.words(status)));
    }
}
