package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A modem that hands messages out without an acknowledgement keeps no copy, and neither does the network. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HandedOutTest {

    @TempDir
    private Path directory;

    private final SimulatedNetwork network =
            new SimulatedNetwork(Personality.STANDARD.withIndications("(1,2),(0,2),(0),(0,1),(0,1)"));
    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void survivesTheEndOfTheProcess() throws Exception {
        Path file = directory.resolve("handed-out-simulator_bench");
        network.modem().faults().answer("AT+CSMS=1", 100, "ERROR");
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings());
            Bench.awaitState(session, SessionState.READY);
            session.attach(pdu -> CompletableFuture.failedFuture(new IllegalStateException("the disk is full")));
            network.modem().unsolicited("+CMT: ,23\r\n07918497483252F0040B918496445078F700007121320144744004D4F29C0E");
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file));
            session.close();
        }
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings());
            session.attach(pdu -> {
                received.add(pdu.hex());
                return CompletableFuture.completedFuture(null);
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> received.size() == 1);
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.size(file) == 0);
            session.close();
        }
        assertThat(received).hasSize(1);
    }
}
