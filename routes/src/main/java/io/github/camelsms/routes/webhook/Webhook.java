package io.github.camelsms.routes.webhook;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A URL of the operator that is told of everything of a kind.
 *
 * @param client knows that the operator has named this URL
 */
public record Webhook(URI url, WebhookClient client) {

    /** Calls it; the status of the answer. */
    public CompletionStage<Integer> call(String eventId, Map<String, ?> fields) {
        return client.post(url, eventId, fields);
    }
}
