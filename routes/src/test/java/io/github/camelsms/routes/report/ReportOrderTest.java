package io.github.camelsms.routes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.webhook.NotifyingGateway;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of one message is told in the order in which it has happened, also when the first call fails. */
class ReportOrderTest {

    @Test
    void aRetryOfAnEarlierEventComesBeforeTheLaterOne(@TempDir Path folder) throws Exception {
        try (NotifyingGateway gateway =
                NotifyingGateway.start(folder, url -> Map.of("sms.callbacks.hosts", "127.0.0.1"))) {
            // that the network has it is refused once
            gateway.answers(503);
            gateway.send(Map.of(SmsConstants.REPORT_MASK, 31, SmsConstants.REPORT_URL, gateway.url() + "/dlr?%d"));
            gateway.next(1);
            gateway.report("DELIVERED");
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> !gateway.calls("/dlr?1").isEmpty());
            assertThat(gateway.calls("/dlr").stream()
                            .map(NotifyingGateway.Call::target)
                            .distinct()
                            .toList())
                    .containsExactly("/dlr?8", "/dlr?1");
            assertThat(gateway.next(2).target()).isEqualTo("/dlr?8");
        }
    }
}
