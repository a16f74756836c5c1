package io.github.camelsms.routes.account;

import io.github.camelsms.routes.mail.AlarmMail;
import io.github.camelsms.routes.settings.AlarmSettings;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.routes.webhook.WebhookClient;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom alarms are told: a webhook, a mailbox, a phone. None of them holds up who raises an alarm; the log has it anyway. */
final class AlarmSinks {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmSinks.class);

    private final WebhookClient client;
    private final ProducerTemplate producer;
    private final MailSettings mail;
    private final Clock clock;

    AlarmSinks(WebhookClient client, ProducerTemplate producer, MailSettings mail, Clock clock) {
        this.client = client;
        this.producer = producer;
        this.mail = mail;
        this.clock = clock;
    }

    /** All that are set, as one; it is told the kind and the text of an alarm. */
    BiConsumer<String, String> of(AlarmSettings settings) {
        return (kind, text) -> {
            settings.webhook().ifPresent(url -> post(url, kind, text));
            settings.mail().ifPresent(mailbox -> {
                var unused = producer.asyncRequestBody(
                                "{{sms.mail.endpoint}}", AlarmMail.of(mail, mailbox, kind, text, clock.instant()))
                        .whenComplete((done, failure) -> note("mail", failure));
            });
            settings.phone().ifPresent(phone -> {
                var unused = producer.asyncRequestBodyAndHeaders(
                                "sms:outgoing", "Alarm " + kind + ": " + text, headers(phone))
                        .whenComplete((done, failure) -> note("phone", failure));
            });
        };
    }

    private void post(URI url, String kind, String text) {
        Map<String, Object> event = Map.of(
                "event",
                "alarm",
                "alarm",
                kind,
                "text",
                text,
                "at",
                clock.instant().toString());
        var unused = client.post(url, UUID.randomUUID().toString(), event)
                .whenComplete((status, failure) -> note(
                        "webhook",
                        failure != null || status / 100 == 2
                                ? failure
                                : new IllegalStateException("it has answered " + status)));
    }

    /** Before bulk, in one part, and nobody is charged for it. */
    private static Map<String, Object> headers(SmsAddress phone) {
        Map<String, Object> headers = new TreeMap<>(
                Map.of(SmsConstants.TO, phone.number().value(), SmsConstants.PRIORITY, 3, SmsConstants.MAX_PARTS, 1));
        phone.gateway().ifPresent(gateway -> headers.put(SmsConstants.GATEWAY, gateway));
        return headers;
    }

    private static void note(String who, Throwable failure) {
        if (failure != null) {
            LOG.warn("The {} of alarms was not told: {}", who, failure.getMessage());
        }
    }
}
