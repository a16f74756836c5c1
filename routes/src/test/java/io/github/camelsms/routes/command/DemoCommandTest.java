package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path folder;

    @Test
    void thePhoneAnswersAndTheAnswerIsAMail() throws Exception {
        try (GatewayProcess demo = GatewayProcess.start(folder, Map.of(), "demo", "--property", "sms.http.port=0")) {
            assertThat(demo.ready()).contains("gateways: demo");
            assertThat(demo.send("+15551234567", "Are you coming?", "&reply=me%40example.org")
                            .body())
                    .startsWith("OK ");
            Path mails = folder.resolve("data/mail");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.isDirectory(mails) && !list(mails).isEmpty());
            assertThat(Files.readString(list(mails).get(0)))
                    .contains("To: me@example.org")
                    .contains("I have read: Are you coming?");
            await().atMost(Duration.ofSeconds(60)).until(() -> demo.output().contains("the answer is in data/mail/"));
            assertThat(demo.output())
                    .contains(
                            "accepted: message", "the modem has sent it", "writes back", "curl ", "1. ", "2. ", "3. ");
            assertThat(demo.stop()).isZero();
        }
    }

    private static List<Path> list(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
