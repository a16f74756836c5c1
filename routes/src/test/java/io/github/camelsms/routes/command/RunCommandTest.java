package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.testing.GatewayProcess;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sms-gateway run} as a process: what operators' scripts rely on. */
class RunCommandTest {

    private static final String GATEWAY = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - log: "us has taken one for {{us.name}}"
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private GatewayProcess run(String... arguments) throws Exception {
        return GatewayProcess.start(folder, Map.of(), arguments);
    }

    @Test
    void itSaysThatItIsReadyTakesAMessageAndEndsWithZero() throws Exception {
        write("us.yaml", GATEWAY);
        try (GatewayProcess gateway =
                run("run", "--property", "sms.http.port=0", "--property", "us.name=unit", "us.yaml")) {
            assertThat(gateway.ready())
                    .matches("ready http://127\\.0\\.0\\.1:[1-9][0-9]*/sms/ gateways: us"
                            + " – no account defined: whoever is on this machine may send");
            assertThat(gateway.send("+15551234567", "hello", "").body()).matches("OK [0-9A-Z]{26}\n");
            HttpResponse<String> unknown = gateway.send("+15551234567", "hello", "&id=nosuch");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).startsWith("no_such_gateway: ");
            assertThat(folder.resolve("data/sms.db")).exists();
            assertThat(gateway.stop()).isZero();
            assertThat(gateway.errors())
                    .contains("us has taken one for unit")
                    .contains("stopping")
                    .doesNotContain("hello")
                    .doesNotContain("15551234567");
        }
    }

    @Test
    void commandLineWinsOverEnvironmentOverFile() throws Exception {
        write("us.yaml", GATEWAY);
        Path config = write("gateway.properties", """
                sms.http.port = 1
                sms.store.url = jdbc:sqlite:file.db
                us.name = file
                """);
        try (GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of("SMS_HTTP_PORT", "2", "SMS_STORE_URL", "jdbc:sqlite:env.db", "US_NAME", "environment"),
                "run",
                "--config",
                config.toString(),
                "--property",
                "sms.http.port=0",
                folder.toString())) {
            assertThat(gateway.ready()).contains("gateways: us");
            gateway.send("+15551234567", "hello", "");
            assertThat(gateway.stop()).isZero();
            assertThat(gateway.errors()).contains("us has taken one for environment");
            assertThat(folder.resolve("env.db")).exists();
            assertThat(folder.resolve("file.db")).doesNotExist();
        }
    }

    @Test
    void withAnAccountOnlyItsPasswordOpens() throws Exception {
        write("us.yaml", GATEWAY);
        try (GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of("SMS_ACCOUNTS_DESK_PASSWORD", "pA55-canary"),
                "run",
                "--verbose",
                "--property",
                "sms.http.port=0",
                "--property",
                "us.name=x",
                "us.yaml")) {
            assertThat(gateway.ready()).endsWith("gateways: us");
            assertThat(gateway.send("+15551234567", "hello", "").statusCode()).isEqualTo(401);
            assertThat(gateway.send("+15551234567", "text-canary", "&user=desk&pass=pA55-canary")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.stop()).isZero();
            assertThat(gateway.errors())
                    .contains("password of the account desk stands in plain text")
                    .doesNotContain("pA55-canary")
                    .doesNotContain("text-canary");
        }
    }

    @Test
    void aSecondGatewayOnTheSameStoreOrPortIsRefused() throws Exception {
        write("us.yaml", GATEWAY.replace("{{us.name}}", "us"));
        try (GatewayProcess first = run("run", "--property", "sms.http.port=0", "us.yaml");
                GatewayProcess second = run("run", "--property", "sms.http.port=0")) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).contains("in use by another gateway").hasLineCount(1);
            String port = first.ready().replaceAll(".*:([0-9]+)/.*", "$1");
            try (GatewayProcess third = run("run", "--property", "sms.http.port=" + port)) {
                assertThat(third.exitCode()).isEqualTo(1);
                assertThat(third.errors())
                        .contains("cannot listen on 127.0.0.1:" + port)
                        .hasLineCount(1);
            }
            Path other = Files.createDirectory(folder.resolve("other"));
            try (GatewayProcess elsewhere =
                    GatewayProcess.start(other, Map.of(), "run", "--property", "sms.http.port=0", "../us.yaml")) {
                assertThat(elsewhere.ready()).contains("gateways: us");
                assertThat(other.resolve("data/sms.db")).exists();
            }
        }
    }
}
