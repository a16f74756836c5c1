package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.testing.GatewayProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a store and a machine as a whole, beside a gateway that runs and when none does. */
class StoreCommandTest {

    private static final String GATEWAY = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - to: "gsmmodem:{{us.device}}?pin={{us.pin:0000}}"
            """;

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void copiesVerifiesAndExaminesBesideAGateway() throws Exception {
        Path routes = Files.writeString(folder.resolve("routes.yaml"), GATEWAY);
        Path copy = folder.resolve("backup/sms-1.db");
        String device = "--property=us.device=" + folder.resolve("ttyNONE");
        String id;
        try (GatewayProcess gateway = GatewayProcess.start(
                folder, Map.of(), "run", "--property=sms.http.port=0", store(), device, routes.toString())) {
            String first = gateway.send("+15551234567", "a secret", "", "Idempotency-Key", "\"order-17\"")
                    .body();
            id = first.substring(3).strip();
            assertThat(gateway.send("+15551234567", "a secret", "", "Idempotency-Key", "order-17")
                            .body())
                    .isEqualTo(first);
            assertThat(gateway.send("+15551234567", "another", "", "Idempotency-Key", "order-17")
                            .statusCode())
                    .isEqualTo(422);

            assertThat(run("store", "verify", store()).out()).contains("is sound");
            Commands.Result backup = run("store", "backup", copy.toString(), store());
            assertThat(backup.out()).as(backup.err()).contains("1 messages", "verified");
            assertThat(run("store", "backup", copy.toString(), store()).err())
                    .hasLineCount(1)
                    .contains("is there already");
            Commands.Result examined = run(
                    "doctor",
                    store(),
                    device,
                    "--json",
                    "--property=sms.http.port=" + port(gateway),
                    routes.toString());
            JsonNode doctor = json.readTree(examined.out());
            assertThat(check(doctor, "store").path("text").asText()).contains("a gateway works on it");
            assertThat(check(doctor, "http").path("level").asText()).isEqualTo("OK");
            assertThat(check(doctor, "disk.sync").path("p50Micros").asLong()).isPositive();
            assertThat(check(doctor, "modem").path("text").asText()).contains("ttyNONE is not there");
            assertThat(examined.code()).isEqualTo(1);
            gateway.stop();
        }

        assertThat(run("store", "verify", copy.toString()).code()).isZero();
        assertThat(json.readTree(run("queue", "show", id, "--json", "--property=sms.store.url=jdbc:sqlite:" + copy)
                                .out())
                        .path("id")
                        .asText())
                .isEqualTo(id);
        Files.write(copy, new byte[100]);
        Commands.Result damaged = run("store", "verify", copy.toString(), "--json");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(json.readTree(damaged.out()).path("findings")).isNotEmpty();
        assertThat(run("store", "verify", folder.resolve("none").toString()).err())
                .hasLineCount(1)
                .contains("There is no store");
    }

    @Test
    void theDoctorFindsWhatAGatewayWouldStumbleOver() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String well = "--property=sms.mail.smtp=smtp://127.0.0.1:"
                    + mail.getSmtp().getPort();
            Commands.Result healthy = run("doctor", store(), "--property=sms.http.port=0", well);
            assertThat(healthy.code()).as(healthy.out() + healthy.err()).isZero();
            assertThat(healthy.out())
                    .contains("fsync at", "p50", "there is no store", "the mail server 127.0.0.1", "Java 1")
                    .doesNotContain("failure", "warning");

            Commands.Result sick = run(
                    "doctor",
                    store(),
                    "--property=sms.http.port=" + taken.getLocalPort(),
                    "--property=sms.mail.smtp=smtp://127.0.0.1:9",
                    "--property=sms.htp.port=1");
            assertThat(sick.code()).isEqualTo(1);
            assertThat(sick.out())
                    .contains("is sms.http.port meant?", "stop the program that listens there", "does not answer");
        } finally {
            mail.stop();
        }
        Commands.Result wrong = run("doctor", "--property=sms.http.port=x");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains("failure", "sms.http.port cannot be 'x'");
    }

    private static JsonNode check(JsonNode doctor, String name) {
        return StreamSupport.stream(doctor.path("checks").spliterator(), false)
                .filter(check -> check.path("check").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(doctor.toString()));
    }

    private static String port(GatewayProcess gateway) throws Exception {
        await().until(() -> gateway.ready().contains("http://"));
        return gateway.ready().replaceAll(".*http://[^:]+:(\\d+)/.*", "$1");
    }

    private String store() {
        return "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("data/sms.db");
    }

    private static Commands.Result run(String... arguments) {
        return Commands.run(arguments);
    }
}
