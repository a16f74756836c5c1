package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R31: a gateway whose route does not end is stopped all the same, and loses nothing by it. */
class StopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KILLED = 137;
    private static final String STUCK = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - to: "file:begun?fileName=${header.CamelSmsMessageId}"
                    - delay: { expression: { constant: "600000" } }
            """;
    private static final String WORKS = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - to: "file:sent?fileName=${header.CamelSmsMessageId}"
            """;

    @TempDir
    private Path folder;

    @Test
    void aSecondSignalEndsItAtOnce() throws Exception {
        String id;
        try (GatewayProcess gateway = start(STUCK, "600s")) {
            id = stuck(gateway);
            gateway.askToStop();
            await().atMost(PATIENCE).until(() -> gateway.errors().contains("stopping"));
            assertThat(isRefused(gateway)).isTrue();
            long begin = System.nanoTime();
            assertThat(gateway.stop()).isEqualTo(KILLED);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(10);
        }
        isSentLater(id);
    }

    @Test
    void whatDoesNotEndInTimeIsParked() throws Exception {
        String id;
        try (GatewayProcess gateway = start(STUCK, "2s")) {
            id = stuck(gateway);
            long begin = System.nanoTime();
            assertThat(gateway.stop()).isZero();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(30);
        }
        isSentLater(id);
    }

    private String stuck(GatewayProcess gateway) throws Exception {
        String id = gateway.send("+15551234567", "x", "").body().strip().substring(3);
        await().atMost(PATIENCE)
                .until(() -> Files.exists(folder.resolve("begun").resolve(id)));
        return id;
    }

    private void isSentLater(String id) throws Exception {
        try (GatewayProcess gateway = start(WORKS, "30s")) {
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(folder.resolve("sent").resolve(id)));
            assertThat(gateway.stop()).isZero();
        }
    }

    /** Answered with 503, or not listened to any more: both tell a client to come again. */
    private static boolean isRefused(GatewayProcess gateway) throws Exception {
        try {
            return gateway.send("+15551234567", "late", "").statusCode() == 503;
        } catch (java.io.IOException e) {
            return true;
        }
    }

    private GatewayProcess start(String routes, String shutdown) throws Exception {
        Path file = Files.writeString(folder.resolve("routes.yaml"), routes);
        GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of(),
                "run",
                "--property=sms.http.port=0",
                "--property=sms.shutdown.timeout=" + shutdown,
                file.toString());
        assertThat(gateway.ready()).as(gateway.errors()).contains("gateways: us");
        return gateway;
    }
}
