package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Clients;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.LoopDisk;
import io.github.camelsms.proofs.harness.Network;
import io.github.camelsms.proofs.harness.Verdict;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R27 over HTTP: the disk of the store fills up under load. Requests are refused while there is still room for sending
 * to go on, and accepted again, by the same process, when there is room again.
 */
class FullDiskTest {

    private static final int MEBIBYTES = 128;
    private static final int FILLER = 70 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void acceptingStopsBeforeTheDiskIsFullAndGoesOnByItself() throws Exception {
        LoopDisk.assume("full disk", folder);
        try (Network network = new Network();
                Clients clients = new Clients(8, 5_000, network);
                LoopDisk disk = LoopDisk.create(folder.resolve("full.img"), MEBIBYTES)) {
            Files.writeString(folder.resolve("us.yaml"), network.route(8));
            Path store = disk.path("sms.db");
            try (GatewayProcess gateway =
                    Gateways.start(folder, List.of(), "--property", "sms.store.url=jdbc:sqlite:" + store, "us.yaml")) {
                clients.sendTo(gateway.uri());
                awaitMore(clients);
                Path filler = disk.path("filler");
                Files.write(filler, new byte[FILLER]);
                await().atMost(PATIENCE).until(() -> clients.refused() > 0);
                await().atMost(PATIENCE).until(() -> network.taken()
                        .keySet()
                        .containsAll(clients.accepted().keySet()));
                Files.delete(filler);
                long begin = System.nanoTime();
                awaitMore(clients);
                long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
                clients.close();
                await().atMost(PATIENCE).until(() -> network.taken()
                        .keySet()
                        .containsAll(clients.accepted().keySet()));
                assertThat(gateway.stop()).isZero();

                Verdict verdict = Verdict.of(clients, network, store);
                Figures.row(
                        "full disk under load",
                        "1 disk of " + MEBIBYTES + " MiB",
                        verdict.words() + ", refused " + clients.refused() + ", accepted again " + millis
                                + " ms after there was room",
                        "refuses, and sends all the same");
                assertThat(verdict.isClean()).as(verdict.words()).isTrue();
            }
        }
    }

    private static void awaitMore(Clients clients) {
        int before = clients.acceptedCount();
        await().atMost(PATIENCE).until(() -> clients.acceptedCount() > before + 20);
    }
}
