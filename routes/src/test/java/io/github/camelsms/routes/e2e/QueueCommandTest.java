package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of operators, beside a gateway that runs and when none does. */
class QueueCommandTest {

    private static final String GATEWAY = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - to: "file:sent?fileName=${header.CamelSmsMessageId}"
            - route:
                id: gateway-never
                from:
                  uri: "sms:outgoing?gateway=never&retryDelay=1h&maxRetryDelay=1h"
                  steps:
                    - throwException: { exceptionType: "java.lang.IllegalStateException", message: "never" }
            """;

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void worksBesideAGatewayAndWithoutOne() throws Exception {
        Path routes = Files.writeString(folder.resolve("routes.yaml"), GATEWAY);
        String id;
        try (GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of(),
                "run",
                "--property=sms.http.port=0",
                "--property=sms.store.url=jdbc:sqlite:" + store(),
                routes.toString())) {
            id = idOf(gateway.send("+15551234567", "a secret", "&id=never").body());
            await().untilAsserted(
                            () -> assertThat(show(id).path("attempts").asInt()).isEqualTo(1));

            assertThat(run("queue", "hold", id).out()).contains(id + " is HELD");
            assertThat(run("queue", "hold", id).err())
                    .hasLineCount(1)
                    .contains("hold is not possible: it is held already");
            assertThat(run("queue", "ls", "--state=HELD", "--to", "+15551234567")
                            .out())
                    .contains(id, "never");
            assertThat(run("queue", "ls", "--gateway=us").out()).contains("no message");
            run("queue", "release", id);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(show(id).path("attempts").asInt()).isEqualTo(2));
            String sent = idOf(gateway.send("+15551234567", "b", "&id=us").body());
            await().untilAsserted(
                            () -> assertThat(show(sent).path("state").asText()).isEqualTo("ENROUTE"));
            assertThat(run("queue", "cancel", sent).err()).contains("is ENROUTE", "the network has it");
            gateway.stop();
        }

        assertThat(run("queue", "cancel", id).out()).contains(id + " is CANCELLED");
        Commands.Result trace = run("trace", id);
        assertThat(trace.out())
                .contains("accepted", "handed out", "to never, attempt 2", "failed", "held", "released", "ended")
                .doesNotContain("a secret");
        assertThat(json.readTree(run("trace", id, "--json").out())
                        .path("events")
                        .size())
                .isGreaterThan(6);
        assertThat(json.readTree(run("queue", "ls", "--json", "--all", "--limit=1")
                                .out())
                        .path("next")
                        .asText())
                .hasSize(26);
        String again = json.readTree(run("queue", "requeue", id, "--json").out())
                .path("id")
                .asText();
        assertThat(again).isNotEqualTo(id).hasSize(26);
        assertThat(run("incoming", "ls").out()).containsPattern("DEAD +0");
        assertThat(run("incoming", "replay", id).err()).hasLineCount(1).contains("There is no received message");
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertThat(run("queue", "ls").err()).hasLineCount(1).contains("There is no store", "sms.store.url");
        assertThat(run("trace", "nonsense").err()).hasLineCount(1).contains("26 characters");
        assertThat(run("queue", "ls", "--limit=0").code()).isEqualTo(2);
    }

    private JsonNode show(String id) throws Exception {
        return json.readTree(run("queue", "show", id, "--json").out());
    }

    private Commands.Result run(String... arguments) {
        return Commands.run(arguments, "--property=sms.store.url=jdbc:sqlite:" + store());
    }

    private Path store() {
        return folder.resolve("data/sms.db");
    }

    private static String idOf(String answer) {
        var matcher = java.util.regex.Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}").matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group();
    }
}
