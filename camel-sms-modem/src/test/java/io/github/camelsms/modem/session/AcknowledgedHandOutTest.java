package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A modem that can only hand messages out: the network keeps each until we have acknowledged it, and repeats it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AcknowledgedHandOutTest {

    @TempDir
    private Path directory;

    private final SimulatedNetwork network =
            new SimulatedNetwork(Personality.STANDARD.withIndications("(1,2),(0,2),(0),(0,1),(0,1)"));
    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void eachIsAcknowledgedAndTheNextOneComes() throws Exception {
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            takingAll(bench);
            for (String text : List.of("one", "two", "three")) {
                network.deliver("+15551234567", text);
            }
            awaitReceived(3);
        }
    }

    @Test
    void whatTheRouteHasNotTakenComesAgainAfterTheEndOfTheProcess() throws Exception {
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings());
            CompletableFuture<Void> offered = new CompletableFuture<>();
            session.attach(pdu -> {
                offered.complete(null);
                return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
            });
            Bench.awaitState(session, SessionState.READY);
            network.deliver("+15551234567", "still there");
            offered.get(10, TimeUnit.SECONDS);
        }
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            takingAll(bench);
            awaitReceived(1);
        }
        assertThat(received).hasSize(1);
    }

    @Test
    void aRepetitionOfWhatWasTakenIsAcknowledgedAndNotOfferedAgain() throws Exception {
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            network.modem().faults().ignore("AT+CNMA", 1);
            takingAll(bench);
            network.deliver("+15551234567", "once");
            awaitReceived(1);
            network.modem().restart();
            network.deliver("+15551234567", "the next one");
            awaitReceived(2);
        }
        assertThat(received).doesNotHaveDuplicates();
    }

    private void takingAll(Bench bench) throws Exception {
        ModemSession session = bench.open(bench.settings());
        session.attach(pdu -> {
            received.add(pdu.hex());
            return CompletableFuture.completedFuture(null);
        });
        Bench.awaitState(session, SessionState.READY);
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
    }
}
