package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STOP is read in every received message, whomever it answers, and goes where it would have gone. */
class OptOutFirstTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PHONE = "+15551234567";

    private static final String FILE = """
            - route:
                id: opt-out
                from:
                  uri: direct:sms-optout-rules
                  steps:
                    - to: "sms-rule:optout?list=optout&stopText=Bye"
            - route:
                id: suppress
                from:
                  uri: direct:sms-outgoing-rules
                  steps:
                    - to: "sms-rule:suppress?list=optout"
            """;

    @TempDir
    private Path folder;

    private RuleBench bench(Map<String, String> settings) throws Exception {
        return new RuleBench(folder, settings, Map.of("optout.yaml", FILE));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    @Test
    void inAnAnswerToSomebodyOfOurs() throws Exception {
        try (RuleBench bench = bench(Map.of())) {
            assertThat(bench.send(PHONE, "Coming?", "&id=us&reply=joe@example.org")
                            .status())
                    .isEqualTo(200);
            until(() -> bench.sentBy("us").size() == 1);
            bench.receive("us", PHONE, "Stop.");
            until(() -> bench.mails().size() == 1);

            assertThat(bench.mails().get(0)).contains("To: joe@example.org", "Stop.");
            assertThat(bench.send(PHONE, "advert", "&id=us").body()).startsWith("opted_out");
            until(() -> bench.sentBy("us").contains(PHONE + " - Bye"));

            bench.receive("us", PHONE, "#joe@example.org# see you");
            bench.receive("us", PHONE, "start");
            until(() -> bench.mails().size() == 3);
            assertThat(String.join("\n", bench.mails())).doesNotContain("To: postmaster");
            assertThat(bench.send(PHONE, "advert", "&id=us").status()).isEqualTo(200);
        }
    }

    @Test
    void byAWebhookToo() throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Map<String, String> settings = new TreeMap<>(Map.of(
                "sms.webhook.incoming",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/in",
                "sms.callbacks.hosts",
                "127.0.0.1"));
        try (RuleBench bench = bench(settings)) {
            bench.receive("us", PHONE, "STOP");
            until(() -> posted.size() == 1);
            assertThat(bench.send(PHONE, "advert", "&id=us").body()).startsWith("opted_out");
        } finally {
            server.stop(0);
        }
    }
}
