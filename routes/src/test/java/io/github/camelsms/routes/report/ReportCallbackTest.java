package io.github.camelsms.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.CallReceiver;
import io.github.camelsms.routes.CallReceiver.Call;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
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

/** A whole gateway, a network that accepts and reports, and a receiver of callbacks. */
class ReportCallbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private CallReceiver receiver;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        receiver = CallReceiver.start();
    }

    private void gateway(String hosts) throws Exception {
        Map<String, String> properties = Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "sms.callbacks.hosts",
                hosts,
                "sms.callbacks.secret",
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

    private String url() {
        return receiver.url();
    }

    private void send(Map<String, Object> headers) {
        Map<String, Object> all = new java.util.TreeMap<>(headers);
        all.put(SmsConstants.TO, "+15551234567");
        gateway.context().createProducerTemplate().sendBodyAndHeaders("sms:outgoing", "hi", all);
    }

    private void report(String state) {
        gateway.context()
                .createProducerTemplate()
                .sendBodyAndHeaders(
                        "sms:reports?gateway=us",
                        null,
                        Map.of(SmsConstants.REFERENCES, List.of("ref 1"), SmsConstants.STATE, state));
    }

    private Call next(int count) {
        await().atMost(PATIENCE).until(() -> receiver.calls().size() >= count);
        return receiver.calls().stream().skip(count - 1L).findFirst().orElseThrow();
    }

    @Test
    void kannelsUrlIsCalledForTheEventsOfItsMask() throws Exception {
        gateway(receiver.url().substring("http://".length()));
        send(Map.of(
                SmsConstants.REPORT_MASK,
                31,
                SmsConstants.REPORT_URL,
                url() + "/dlr?type=%d&to=%p&from=%P&ref=%F&smsc=%i&pc=%%41&x=%y",
                SmsConstants.FROM,
                "Desk"));
        assertThat(next(1).target())
                .isEqualTo("/dlr?type=8&to=%2B15551234567&from=Desk&ref=ref+1&smsc=us&pc=%2541&x=%25y");
        report("DELIVERED");
        assertThat(next(2).target()).startsWith("/dlr?type=1&");
        send(Map.of(SmsConstants.REPORT_MASK, 2, SmsConstants.REPORT_URL, url() + "/failed?%d"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            report("UNDELIVERABLE");
            assertThat(receiver.calls()).hasSize(3);
        });
        assertThat(next(3).target()).isEqualTo("/failed?2");
    }

    @Test
    void aReportUrlGetsASignedObjectAgainAndAgainUntilItAnswers() throws Exception {
        gateway("127.0.0.1");
        receiver.statuses().add(500);
        send(Map.of(SmsConstants.REPORT_URL, url() + "/hook"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            report("DELIVERED");
            assertThat(receiver.calls()).isNotEmpty();
        });
        Call first = next(1);
        Call second = next(2);
        assertThat(first.body()).contains("\"state\":\"DELIVERED\"").contains("\"to\":\"+15551234567\"");
        assertThat(second.eventId()).isEqualTo(first.eventId()).endsWith(".DELIVERED");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = second.timestamp() + "." + second.eventId() + "." + second.body();
        assertThat(second.signature())
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void addressesInsideAreCalledOnlyWhenTheyAreListed() throws Exception {
        gateway("");
        send(Map.of(SmsConstants.REPORT_MASK, 8, SmsConstants.REPORT_URL, url() + "/inside"));
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(receiver.calls()::isEmpty);
    }
}
