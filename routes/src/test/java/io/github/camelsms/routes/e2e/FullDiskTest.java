package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.Commands;
import io.github.camelsms.testing.GatewayProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R27: the disk of the store is filled to the last octet while clients send. */
class FullDiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 4;
    private static final String GATEWAY = """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us&concurrency=8"
                  steps:
                    - delay: { expression: { constant: "5" } }
                    - to: "file:sent?fileName=${header.CamelSmsMessageId}&fileExist=Append&appendChars=."
            """;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void refusesWhileItIsFullSendsOnAndRecoversAlone() throws Exception {
        Path routes = Files.writeString(folder.resolve("routes.yaml"), GATEWAY);
        try (SmallDisk disk = SmallDisk.mount(folder, 160)) {
            String store = "--property=sms.store.url=jdbc:sqlite:" + disk.path("sms.db");
            try (GatewayProcess gateway = GatewayProcess.start(
                    folder, Map.of(), "run", "--property=sms.http.port=0", store, routes.toString())) {
                List<Thread> clients = IntStream.range(0, CLIENTS)
                        .mapToObj(i -> new Thread(() -> send(gateway), "client-" + i))
                        .toList();
                clients.forEach(Thread::start);
                await().atMost(PATIENCE)
                        .until(() -> acknowledged.size() > 100 && Files.exists(disk.path("sms.db.reserve")));

                disk.fill("filler");
                // until the disk is looked at again, messages for which there is room are accepted, and kept
                await().atMost(PATIENCE).until(() -> gateway.errors().contains("no message is accepted"));
                awaitMore(503);
                Set<String> before = Set.copyOf(acknowledged);
                awaitMore(503);
                awaitMore(503);
                assertThat(acknowledged)
                        .as("nothing is accepted while it is full")
                        .isEqualTo(before);
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent()).containsAll(before));

                disk.fill("filler-of-the-reserve");
                awaitMore(503);
                assertThat(acknowledged).isEqualTo(before);

                Files.delete(disk.path("filler"));
                Files.delete(disk.path("filler-of-the-reserve"));
                awaitMore(200);
                over.set(true);
                for (Thread client : clients) {
                    client.join(PATIENCE.toMillis());
                }
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(sent()).isEqualTo(acknowledged));
                await().atMost(PATIENCE).until(() -> Files.exists(disk.path("sms.db.reserve")));
                assertThat(answers).containsOnlyKeys(200, 503);
                assertThat(gateway.stop()).isZero();
            }
            Commands.Result sound = Commands.run(new String[] {"store", "verify", store});
            assertThat(sound.out()).contains("is sound");
            try (Stream<Path> files = Files.list(folder.resolve("sent"))) {
                assertThat(files.toList())
                        .as("each is sent once")
                        .allSatisfy(file -> assertThat(file).content().isEqualTo("x."));
            }
        }
    }

    private void awaitMore(int status) {
        int before = answers.getOrDefault(status, 0);
        await().atMost(PATIENCE).until(() -> answers.getOrDefault(status, 0) > before + 5);
    }

    private Set<String> sent() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sent"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 26)
                    .collect(Collectors.toSet());
        }
    }

    private void send(GatewayProcess gateway) {
        while (!over.get()) {
            try {
                HttpResponse<String> answer = gateway.send("+15551234567", "x", "");
                answers.merge(answer.statusCode(), 1, Integer::sum);
                if (answer.statusCode() == 200) {
                    acknowledged.add(answer.body().strip().substring(3));
                } else {
                    assertThat(answer.body()).startsWith("store_full");
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
