package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.testing.GatewayProcess;
import io.github.camelsms.testing.Programs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R29 and R36: the memory of the gateway does not grow with what has gone through it, nor with what waits. Half of the
 * messages are sent by a gateway that takes everything, half wait for one that does not come to an end with its first.
 */
class MemoryTest {

    private static final int MESSAGES = Integer.getInteger("proofs.messages", 100_000);
    private static final int CLIENTS = 64;
    private static final long MOST_GROWTH_KIBIBYTES = 16 << 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger accepted = new AtomicInteger();

    private static String routes() {
        return """
            - route:
                from:
                  uri: "sms:outgoing?gateway=all&concurrency=16"
                  steps:
                    - setHeader:
                        name: X-Taken
                        constant: "yes"
            - route:
                from:
                  uri: "sms:outgoing?gateway=none"
                  steps:
                    - delay:
                        constant: "36000000"
            """;
    }

    private void send(URI gateway, int count) throws InterruptedException {
        Semaphore window = new Semaphore(CLIENTS);
        for (int i = 0; i < count; i++) {
            window.acquire();
            URI request =
                    gateway.resolve("?number=%2B15551234567&data=proof+" + i + "&id=" + (i % 2 == 0 ? "all" : "none"));
            CompletableFuture<Void> unused = http.sendAsync(
                            HttpRequest.newBuilder(request).build(), HttpResponse.BodyHandlers.ofString())
                    .handle((answer, failure) -> {
                        accepted.addAndGet(failure == null && answer.statusCode() == 200 ? 1 : 0);
                        window.release();
                        return null;
                    });
        }
        window.acquire(CLIENTS);
    }

    private void awaitSent(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> enroute() >= count);
    }

    private long enroute() {
        try (Operations operations = SmsComponent.operations("jdbc:sqlite:" + folder.resolve("data/sms.db"))) {
            return operations.counts().toCompletableFuture().join().getOrDefault(MessageState.ENROUTE, 0L);
        }
    }

    /** Kibibytes that are in use after a full collection. */
    private static long heap(GatewayProcess gateway) throws Exception {
        String pid = Long.toString(gateway.pid());
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Programs.run(jcmd, pid, "GC.run");
        Matcher used = USED.matcher(Programs.run(jcmd, pid, "GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    @Test
    void memoryStaysFlat() throws Exception {
        Files.writeString(folder.resolve("two.yaml"), routes());
        try (GatewayProcess gateway = Gateways.start(folder, List.of(), "two.yaml")) {
            int first = MESSAGES / 5;
            send(gateway.uri(), first);
            awaitSent(first / 2);
            long before = heap(gateway);
            long begin = System.nanoTime();
            send(gateway.uri(), MESSAGES - first);
            awaitSent(MESSAGES / 2);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long after = heap(gateway);

            Figures.row(
                    "memory with -Xmx256m, half sent, half waiting",
                    MESSAGES + " messages",
                    "heap after collection %d KiB, then %d KiB; %.0f accepted and half of them sent each second"
                            .formatted(before, after, (MESSAGES - first) / seconds),
                    "");
            assertThat(accepted.get()).isEqualTo(MESSAGES);
            assertThat(after - before).isLessThan(MOST_GROWTH_KIBIBYTES);
        }
    }
}
