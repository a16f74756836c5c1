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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code account}, {@code group} and {@code kill-switch}, beside a gateway that runs and before there is one. */
class AccountCommandTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void accountsAreInForceWithinSeconds() throws Exception {
        password("joe.txt", "joes password");
        // before the first start: the store is made
        assertThat(run("group", "add", "desk", "--limit=3", "--destinations=*").out())
                .isEqualTo("group desk is added\n");
        try (GatewayProcess gateway =
                GatewayProcess.start(folder, Map.of(), "run", "--property=sms.http.port=0", store())) {
            assertThat(gateway.ready()).contains("no account defined: whoever is on this machine may send");
            assertThat(gateway.send("+15551234567", "open", "").statusCode()).isEqualTo(200);

            run("account", "add", "joe", "--group=desk", "--password-file=" + folder.resolve("joe.txt"));
            await().atMost(SECONDS).untilAsserted(() -> assertThat(
                            gateway.send("+15551234567", "closed", "").statusCode())
                    .isEqualTo(401));
            assertThat(run("account", "add", "lost", "--password-file=" + folder.resolve("joe.txt"))
                            .out())
                    .isEqualTo("account lost is added; it may send nowhere until sms.numbers.home is set, or its"
                            + " --destinations\n");
            String joe = "&user=joe&pass=joes+password";
            assertThat(gateway.send("+15551234567", "one", joe).statusCode()).isEqualTo(200);
            assertThat(gateway.send("+15551234567", "three".repeat(70), joe).body())
                    .startsWith("quota_exceeded");
            assertThat(gateway.send("+15551234567", "one", joe).statusCode()).isEqualTo(200);
            JsonNode list =
                    json.readTree(run("account", "list", "--json").out()).at("/accounts/0");
            assertThat(list.get("thisMonth").asInt()).isEqualTo(2);
            assertThat(list.get("source").asText()).isEqualTo("store");

            // what is refused in any case uses nothing up, however often it is asked
            run("account", "disable", "joe");
            await().atMost(SECONDS).untilAsserted(() -> assertThat(gateway.send("+15551234567", "three".repeat(70), joe)
                            .body())
                    .startsWith("account_inactive"));
            run("account", "enable", "joe");
            password("new.txt", "another password");
            run("account", "set", "joe", "--password-file=" + folder.resolve("new.txt"), "--senders=Desk");
            await().atMost(SECONDS).untilAsserted(() -> assertThat(gateway.send("+15551234567", "three".repeat(70), joe)
                            .statusCode())
                    .isIn(401, 429));
            assertThat(gateway.send("+15551234567", "one", "&user=joe&pass=another+password")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(run("kill-switch", "on", "--reason=test").out()).contains("on: accept is stopped", "test");
            assertThat(gateway.send("+15551234567", "x", "&user=joe&pass=another+password")
                            .body())
                    .startsWith("sending_stopped");
            assertThat(run("kill-switch", "off").out()).startsWith("off: ");
            assertThat(run("store", "verify").out()).contains("is sound");
            assertThat(gateway.errors()).doesNotContain("another password", "joes password");
            gateway.stop();
        }
    }

    @Test
    void theExamplesOfTheDocumentWork() throws Exception {
        password("joe.txt", "joes password");
        String page = Files.readString(Path.of("../docs/accounts.md"));
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        List<String> lines = block.group(1).lines().toList();
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            Commands.Result result = run(words(line));
            assertThat(result.code()).as(line + ": " + result.err()).isZero();
            assertThat(result.err()).as(line).isEmpty();
            assertThat(result.out()).as(line).isNotBlank().doesNotContain("joes password");
        }
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        password("short.txt", "short");
        assertThat(run("account", "add", "a", "--password-file=" + folder.resolve("short.txt"))
                        .err())
                .isEqualTo("sms-gateway: a password has 8 characters or more\n");
        assertThat(run("account", "add", "a", "--no-password", "--limit=many").err())
                .hasLineCount(1)
                .contains("limit: a number of parts");
        assertThat(run("account", "set", "nobody").err()).contains("There is no account of this name");
        assertThat(run("account", "add", "b", "--no-password", "--group=none").err())
                .contains("There is no group of that name");
        assertThat(run("account", "set", "c", "--property=sms.accounts.c.limit=5")
                        .err())
                .contains("is in the settings");
        assertThat(run("account", "add", "d", "--password=secret").code()).isEqualTo(2);
    }

    private void password(String file, String password) throws Exception {
        Files.writeString(folder.resolve(file), password + "\n");
    }

    private List<String> listOf(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private String[] words(String line) {
        return listOf(line.replace("./sms-gateway ", "")
                        .replace("joe.txt", folder.resolve("joe.txt").toString()))
                .toArray(String[]::new);
    }

    private String store() {
        return "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db");
    }

    private Commands.Result run(String... arguments) {
        boolean hash = arguments.length > 1 && arguments[1].equals("hash");
        return hash ? Commands.run(arguments) : Commands.run(arguments, store());
    }
}
