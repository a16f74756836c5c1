package io.github.camelsms.routes.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsms.routes.webhook.NotifyingGateway.Call;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's own URLs are told of everything. */
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private NotifyingGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = NotifyingGateway.start(
                folder,
                url -> Map.of(
                        "sms.callbacks.hosts",
                        "127.0.0.1",
                        "sms.webhook.incoming",
                        url + "/incoming?key=1",
                        "sms.webhook.reports",
                        url + "/reports",
                        "sms.webhook.secret",
                        "shared"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whatWasReceivedIsToldUntilItIsTakenAndSigned() throws Exception {
        gateway.answers(503);
        gateway.tell("sms:incoming?gateway=us", "Grüße 😀", Map.of(SmsConstants.FROM, "+4917"));
        await().atMost(PATIENCE).until(() -> gateway.calls("/incoming").size() == 2);
        Call first = gateway.calls("/incoming").get(0);
        Call second = gateway.calls("/incoming").get(1);
        assertThat(second.target()).isEqualTo("/incoming?key=1");
        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.json().get("event").asText()).isEqualTo("received");
        assertThat(second.json().get("text").asText()).isEqualTo("Grüße 😀");
        assertThat(second.json().get("from").asText()).isEqualTo("+4917");
        assertThat(second.eventId()).startsWith(second.json().get("id").asText());
        assertThat(second.signature()).isEqualTo(second.expectedSignature("shared"));
        assertThat(Files.exists(folder.resolve("mail")))
                .as("no mail is written")
                .isFalse();
    }

    @Test
    void theOperatorIsToldOnceWhileTheSendersUrlIsBroken() throws Exception {
        gateway.send(Map.of(SmsConstants.REPORT_URL, gateway.url() + "/broken", SmsConstants.BILLING, "17"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            gateway.report("DELIVERED");
            assertThat(gateway.calls("/reports")).isNotEmpty();
        });
        await().atMost(PATIENCE).until(() -> gateway.calls("/broken").size() >= 2);
        assertThat(gateway.calls("/reports")).hasSize(1);
        JsonNode report = gateway.calls("/reports").get(0).json();
        assertThat(report.get("event").asText()).isEqualTo("report");
        assertThat(report.get("state").asText()).isEqualTo("DELIVERED");
        assertThat(report.get("gateway").asText()).isEqualTo("us");
        assertThat(report.get("billing").asText()).isEqualTo("17");
        assertThat(gateway.gateway().context().getPropertiesComponent().resolveProperty("sms.webhook.secret"))
                .as("route files cannot read it")
                .isEmpty();
    }
}
