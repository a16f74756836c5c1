package io.github.camelsms.routes.webhook;

import io.github.camelsms.routes.settings.WebhookSettings;
import io.github.camelsms.sms.camel.SmsComponent;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/** Puts what {@code sms-to-webhook.yaml} refers to into a context. */
public final class Webhooks {

    private Webhooks() {}

    /**
     * Binds the bean {@code smsIncomingWebhook}.
     *
     * @return the webhook that is told what became of messages
     */
    public static Optional<Webhook> addTo(CamelContext context, WebhookSettings settings, Clock clock)
            throws Exception {
        // the operator's own choice, so it may be inside; what outsiders name has a client of its own
        String hosts = Stream.concat(settings.incoming().stream(), settings.reports().stream())
                .map(URI::getHost)
                .collect(Collectors.joining(","));
        WebhookClient client = WebhookClient.of(hosts, settings.secret(), clock);
        context.addService(client);
        Optional<Webhook> incoming = settings.incoming().map(url -> new Webhook(url, client));
        context.getRegistry()
                .bind(
                        "smsIncomingWebhook",
                        new IncomingWebhook(
                                () -> context.getComponent("sms", SmsComponent.class)
                                        .operations(),
                                incoming));
        return settings.reports().map(url -> new Webhook(url, client));
    }
}
