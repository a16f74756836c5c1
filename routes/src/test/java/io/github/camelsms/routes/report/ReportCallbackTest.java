package io.github.camelsms.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.webhook.NotifyingGateway;
import io.github.camelsms.routes.webhook.NotifyingGateway.Call;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders are told at the URL that they gave. */
class ReportCallbackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private NotifyingGateway gateway;

    private void start(UnaryOperator<String> hosts) throws Exception {
        gateway = NotifyingGateway.start(
                folder, url -> Map.of("sms.callbacks.hosts", hosts.apply(url), "sms.callbacks.secret", "shared"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void kannelsUrlIsCalledForTheEventsOfItsMask() throws Exception {
        start(url -> url.substring("http://".length()));
        gateway.send(Map.of(
                SmsConstants.REPORT_MASK,
                31,
                SmsConstants.REPORT_URL,
                gateway.url() + "/dlr?type=%d&to=%p&from=%P&ref=%F&smsc=%i&pc=%%41&x=%y",
                SmsConstants.FROM,
                "Desk"));
        assertThat(gateway.next(1).target())
                .isEqualTo("/dlr?type=8&to=%2B15551234567&from=Desk&ref=ref+1&smsc=us&pc=%2541&x=%25y");
        gateway.report("DELIVERED");
        assertThat(gateway.next(2).target()).startsWith("/dlr?type=1&");
        gateway.send(Map.of(SmsConstants.REPORT_MASK, 2, SmsConstants.REPORT_URL, gateway.url() + "/failed?%d"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            gateway.report("UNDELIVERABLE");
            assertThat(gateway.calls("/")).hasSize(3);
        });
        assertThat(gateway.next(3).target()).isEqualTo("/failed?2");
    }

    @Test
    void aReportUrlGetsASignedObjectAgainAndAgainUntilItAnswers() throws Exception {
        start(url -> "127.0.0.1");
        gateway.answers(500);
        gateway.send(Map.of(SmsConstants.REPORT_URL, gateway.url() + "/hook"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            gateway.report("DELIVERED");
            assertThat(gateway.calls("/")).isNotEmpty();
        });
        Call first = gateway.next(1);
        Call second = gateway.next(2);
        assertThat(first.body()).contains("\"state\":\"DELIVERED\"").contains("\"to\":\"+15551234567\"");
        assertThat(second.eventId()).isEqualTo(first.eventId()).endsWith(".DELIVERED");
        assertThat(second.signature()).isEqualTo(second.expectedSignature("shared"));
    }

    @Test
    void addressesInsideAreCalledOnlyWhenTheyAreListed() throws Exception {
        start(url -> "");
        gateway.send(Map.of(SmsConstants.REPORT_MASK, 8, SmsConstants.REPORT_URL, gateway.url() + "/inside"));
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> gateway.calls("/")
                .isEmpty());
    }
}
