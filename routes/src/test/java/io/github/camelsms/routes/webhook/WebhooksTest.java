package io.github.camelsms.routes.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsms.routes.CallReceiver;
import io.github.camelsms.routes.CallReceiver.Call;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway and a receiver of webhooks. */
class WebhooksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private CallReceiver receiver;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        receiver = CallReceiver.start();
        String url = receiver.url();
        Map<String, String> properties = Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "sms.callbacks.hosts",
                "127.0.0.1",
                "sms.webhook.incoming",
                url + "/incoming?key=1",
                "sms.webhook.reports",
                url + "/reports",
                "sms.webhook.secret",
                "shared");
        gateway = Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
        gateway.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us").setHeader(SmsConstants.REFERENCES, constant(List.of("ref 1")));
            }
        });
    }

    @AfterEach
    void stop() {
        gateway.close();
        receiver.close();
    }

    private void send(String uri, String body, Map<String, Object> headers) {
        gateway.context().createProducerTemplate().sendBodyAndHeaders(uri, body, headers);
    }

    private List<Call> calls(String path) {
        return receiver.calls().stream()
                .filter(call -> call.target().startsWith(path))
                .toList();
    }

    @Test
    void whatWasReceivedIsToldUntilItIsTakenAndSigned() throws Exception {
        receiver.statuses().add(503);
        send("sms:incoming?gateway=us", "Grüße 😀", Map.of(SmsConstants.FROM, "+4917"));
        await().atMost(PATIENCE).until(() -> calls("/incoming").size() == 2);
        Call first = calls("/incoming").get(0);
        Call second = calls("/incoming").get(1);
        assertThat(second.target()).isEqualTo("/incoming?key=1");
        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.json().get("event").asText()).isEqualTo("received");
        assertThat(second.json().get("text").asText()).isEqualTo("Grüße 😀");
        assertThat(second.json().get("from").asText()).isEqualTo("+4917");
        assertThat(second.eventId()).startsWith(second.json().get("id").asText());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = second.timestamp() + "." + second.eventId() + "." + second.body();
        assertThat(second.signature())
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(Files.exists(folder.resolve("mail")))
                .as("no mail is written")
                .isFalse();
    }

    @Test
    void theOperatorIsToldOnceWhileTheSendersUrlIsBroken() throws Exception {
        String broken = receiver.url() + "/broken";
        send(
                "sms:outgoing",
                "hi",
                Map.of(SmsConstants.TO, "+15551234567", SmsConstants.REPORT_URL, broken, SmsConstants.BILLING, "17"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            send(
                    "sms:reports?gateway=us",
                    "",
                    Map.of(SmsConstants.REFERENCES, List.of("ref 1"), SmsConstants.STATE, "DELIVERED"));
            assertThat(calls("/reports")).isNotEmpty();
        });
        await().atMost(PATIENCE).until(() -> calls("/broken").size() >= 2);
        assertThat(calls("/reports")).hasSize(1);
        JsonNode report = calls("/reports").get(0).json();
        assertThat(report.get("event").asText()).isEqualTo("report");
        assertThat(report.get("state").asText()).isEqualTo("DELIVERED");
        assertThat(report.get("gateway").asText()).isEqualTo("us");
        assertThat(report.get("billing").asText()).isEqualTo("17");
        assertThat(gateway.context().getPropertiesComponent().resolveProperty("sms.webhook.secret"))
                .as("route files cannot read it")
                .isEmpty();
    }
}
