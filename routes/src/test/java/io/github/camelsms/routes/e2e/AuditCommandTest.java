package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.routes.Commands.Result;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit}, beside a gateway that runs. */
class AuditCommandTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Result run(String... arguments) {
        return Commands.run(arguments, "--property=sms.store.url=" + url());
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("sms.db");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whoHasDoneWhatIsOneChain() throws Exception {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        Files.writeString(
                routes.resolve("a.yaml"), "- route: { id: a, from: { uri: \"direct:a\", steps: [ { stop: {} } ] } }");
        run("account", "add", "joe", "--no-password", "--limit=5");
        try (GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of(),
                "run",
                "--property=sms.http.port=0",
                "--property=sms.store.url=" + url(),
                routes.toString())) {
            Files.writeString(
                    routes.resolve("a.yaml"),
                    "- route: { id: b, from: { uri: \"direct:a\", steps: [ { stop: {} } ] } }");
            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(run("audit", "ls").out()).contains("config.reload", "a.yaml  [b]"));
            Files.writeString(routes.resolve("a.yaml"), "- route: broken");
            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(run("audit", "ls").out()).contains("refused: "));
            run("kill-switch", "on", "--reason=test");
            run("list", "add", "optout", "+15551234567", "+15551234568");
            run("store", "backup", folder.resolve("copy.db").toString());
            gateway.stop();
        }
        assertThat(run("audit", "ls").out().lines().map(line -> line.replaceAll("\\s+", " ")))
                .hasSize(8)
                .anyMatch(line -> line.matches("1 \\S+Z command \\S+ account\\.add joe limit=5"))
                .anyMatch(line -> line.contains(" gateway gateway.start http://127.0.0.1:"))
                .anyMatch(line -> line.contains(" kill-switch.on send test"))
                .anyMatch(line -> line.contains(" list.change optout 2 of 2 "))
                .noneMatch(line -> line.contains("5551234567"))
                .anyMatch(line -> line.contains(" store.backup ") && line.endsWith("copy.db"));

        Result sound = run("audit", "verify");
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).startsWith("8 entries, all as they were written; the last is 8:");
        String last = sound.out().strip().replaceFirst(".* is ", "");
        assertThat(run("audit", "verify", "--known=" + last).code()).isZero();
        execute("DELETE FROM audit WHERE number = 8");
        assertThat(run("audit", "verify").code())
                .as("what is missing at the end")
                .isZero();
        assertThat(run("audit", "verify", "--known=" + last).out()).isEqualTo("the entry " + last + " is not there\n");
        execute("UPDATE audit SET detail = 'limit=500' WHERE number = 1");
        Result changed = run("audit", "verify", "--json");
        JsonNode json = new ObjectMapper().readTree(changed.out());
        assertThat(changed.code()).isEqualTo(1);
        assertThat(json.get("sound").asBoolean()).isFalse();
        assertThat(json.get("finding").asText()).startsWith("entry 1 is not as it was written");
        JsonNode first = new ObjectMapper()
                .readTree(run("audit", "ls", "--json", "--after=0", "--limit=1").out());
        assertThat(first.get("action").asText()).isEqualTo("account.add");
        assertThat(first.get("hash").asText()).hasSize(64);
    }
}
