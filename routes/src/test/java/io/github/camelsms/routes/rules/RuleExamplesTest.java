package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of the manual, as {@code examples/rules} has them. */
class RuleExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples/rules");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private RuleBench bench(String file) throws Exception {
        return new RuleBench(
                folder,
                Map.of(
                        "archive.folder", folder.resolve("archive").toString(),
                        "sms.lists.folder", EXAMPLES.resolve("lists").toString()),
                Map.of(file, Files.readString(EXAMPLES.resolve(file))));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    @Test
    void leastCost() throws Exception {
        for (String file : new String[] {"least-cost.yaml", "least-cost.xml"}) {
            try (RuleBench bench = bench(file)) {
                bench.send("+15551234567,+447700900123", "cheap");
                bench.send("+15551234567", "chosen", "&id=uk");
                until(() -> bench.sentBy("us").size() == 1 && bench.sentBy("uk").size() == 2);
                assertThat(bench.sentBy("us")).containsExactly("+15551234567 - cheap");
                assertThat(bench.sentBy("uk"))
                        .containsExactlyInAnyOrder("+447700900123 - cheap", "+15551234567 - chosen");
            }
            Files.delete(folder.resolve("routes").resolve(file));
        }
    }

    @Test
    void callerId() throws Exception {
        try (RuleBench bench = bench("caller-id.yaml")) {
            bench.send("+15551234567,+447700900123", "hello", "&id=us&sender=Desk");
            until(() -> bench.sentBy("us").size() == 2);
            assertThat(bench.sentBy("us"))
                    .containsExactlyInAnyOrder("+15551234567 +15550001111 hello", "+447700900123 Example hello");
        }
    }

    @Test
    void senders() throws Exception {
        try (RuleBench bench = bench("senders.yaml")) {
            bench.receive("us", "+15551238866", "to John");
            bench.receive("us", "+442079460000", "to the desk");
            bench.receive("us", "+15559876543", "from a customer");
            bench.receive("us", "+155512388660", "from nobody");
            until(() -> bench.mails().size() == 3);
            assertThat(String.join("\n", bench.mails()))
                    .contains("To: john.doe@example.org", "To: desk@example.org")
                    .doesNotContain("nobody");
        }
    }

    @Test
    void archive() throws Exception {
        try (RuleBench bench = bench("archive.yaml")) {
            bench.send("+15551234567,+15551234568", "keep this", "&id=us");
            assertThat(bench.mails()).hasSize(2).allSatisfy(mail -> assertThat(mail)
                    .contains("To: sms-archive@example.org", "X-SMS-To: +1555123456", "keep this"));
            try (var files = Files.list(folder.resolve("archive"))) {
                assertThat(Files.readAllLines(files.findFirst().orElseThrow())).hasSize(2);
            }
            until(() -> bench.sentBy("us").size() == 2);
        }
    }

    @Test
    void optOut() throws Exception {
        try (RuleBench bench = bench("opt-out.yaml")) {
            bench.receive("us", "+15551234567", "Unsubscribe.");
            until(() -> bench.send("+15551234567", "advert", "&id=us").status() == 403);
            assertThat(bench.send("+15551234568", "advert", "&id=us").status()).isEqualTo(200);
        }
    }
}
