package io.github.camelsms.routes.report;

import io.github.camelsms.routes.webhook.Webhook;
import io.github.camelsms.routes.webhook.WebhookClient;
import io.github.camelsms.sms.camel.SmsComponent;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Puts what {@code reports.yaml} refers to into a context. */
public final class ReportCallbacks {

    private ReportCallbacks() {}

    /**
     * Binds the bean {@code smsReportCallback}.
     *
     * @param hosts hosts that may be called without https and wherever they are, separated by commas
     * @param secret key of the signatures, or an empty text for none
     * @param webhook the operator's, told of every message
     */
    public static void addTo(CamelContext context, String hosts, String secret, Optional<Webhook> webhook, Clock clock)
            throws Exception {
        WebhookClient client = WebhookClient.of(hosts, secret, clock);
        context.addService(client);
        context.getRegistry()
                .bind(
                        "smsReportCallback",
                        new ReportCallback(
                                () -> context.getComponent("sms", SmsComponent.class)
                                        .operations(),
                                client,
                                webhook,
                                clock));
    }
}
