package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.testing.GatewayProcess;
import io.github.camelsms.testing.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateway processes of the example on one PostgreSQL store; the network is an HTTP server that keeps a ledger. */
class TwoGatewaysTest {

    private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final int MESSAGES = 120;
    private static final Path EXAMPLE =
            Path.of("../examples/two-gateways-one-store").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final Map<String, Integer> ledger = new ConcurrentHashMap<>();
    private final Set<String> senders = ConcurrentHashMap.newKeySet();
    private final AtomicInteger received = new AtomicInteger();
    private ScheduledExecutorService threads;
    private HttpServer network;
    private PostgresServer server;
    private StoreAddress store;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        server = PostgresServer.start();
        store = new StoreAddress(server.url("sms"), Optional.of(PostgresServer.USER), Optional.empty());
        threads = Executors.newScheduledThreadPool(8);
        network = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        network.setExecutor(threads);
        network.createContext("/", this::take);
        network.start();
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            network.stop(0);
            threads.shutdownNow();
            server.close();
        }
    }

    @Test
    void whatOneLeavesTheOtherTakesOver() throws Exception {
        try (GatewayProcess a = gateway("a");
                GatewayProcess b = gateway("b")) {
            List<String> accepted = new ArrayList<>(accept(a, MESSAGES));
            await().atMost(Duration.ofSeconds(30)).until(() -> senders.containsAll(Set.of("a", "b")));
            b.kill();
            accepted.addAll(accept(a, MESSAGES));
            everythingIsSent(accepted);

            try (GatewayProcess c = gateway("c")) {
                accepted.addAll(accept(c, MESSAGES));
                await().atMost(Duration.ofSeconds(30)).until(() -> senders.contains("c"));
                c.signal("STOP");
                try {
                    accepted.addAll(accept(a, MESSAGES));
                    everythingIsSent(accepted);
                } finally {
                    c.signal("CONT");
                }
                accepted.addAll(accept(c, MESSAGES));
                everythingIsSent(accepted);
                assertThat(c.stop()).isZero();
            }
            assertThat(a.stop()).isZero();
        }
    }

    /** Nothing is lost, and what the network has twice was uncertain: a process had it in its hands when it went. */
    private void everythingIsSent(List<String> accepted) throws Exception {
        try (Operations operations = SmsComponent.operations(store)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(get(operations.counts()))
                    .isEqualTo(Map.of(MessageState.ENROUTE, (long) accepted.size())));
            assertThat(ledger.keySet()).containsExactlyInAnyOrderElementsOf(accepted);
            for (Map.Entry<String, Integer> sent : ledger.entrySet()) {
                if (sent.getValue() > 1) {
                    assertThat(get(operations.history(new MessageId(sent.getKey()))))
                            .as("%s was sent %d times", sent.getKey(), sent.getValue())
                            .extracting(event -> event.kind())
                            .contains(Kind.UNCERTAIN);
                }
            }
            assertThat(get(operations.drift())).isZero();
            System.out.printf(
                    "[cluster] %d accepted, %d received by the network, %d messages twice, all of them uncertain%n",
                    accepted.size(),
                    received.get(),
                    ledger.values().stream().filter(times -> times > 1).count());
        }
    }

    private GatewayProcess gateway(String name) throws Exception {
        GatewayProcess gateway = GatewayProcess.start(
                folder,
                Map.of(),
                "run",
                "--config=" + EXAMPLE.resolve("gateway.properties"),
                "--property=machine=" + name,
                "--property=provider=http://127.0.0.1:%d/"
                        .formatted(network.getAddress().getPort()),
                "--property=sms.http.port=0",
                "--property=sms.store.url=" + store.url(),
                "--property=sms.store.user=" + store.user().orElseThrow(),
                "--property=sms.store.workerTimeout=3s",
                EXAMPLE.resolve("gateway.yaml").toString());
        assertThat(gateway.ready()).as(gateway.errors()).contains("http://");
        return gateway;
    }

    private static List<String> accept(GatewayProcess gateway, int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String answer = gateway.send("+15551234567", "message " + i, "").body();
            Matcher id = ID.matcher(answer);
            assertThat(id.find()).as(answer).isTrue();
            ids.add(id.group());
        }
        return ids;
    }

    private void take(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        Matcher id = ID.matcher(query);
        if (id.find()) {
            ledger.merge(id.group(), 1, Integer::sum);
            received.incrementAndGet();
            senders.add(query.substring(3, 4));
        }
        // a network takes its time
        var unused = threads.schedule(() -> answer(exchange), 20, TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            System.out.println("[cluster] a gateway went while the network answered: " + e.getMessage());
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
