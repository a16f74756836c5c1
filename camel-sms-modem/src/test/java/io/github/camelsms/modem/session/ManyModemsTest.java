package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.TcpChannel;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One machine with 64 modems on TCP ports: each costs one thread, and none waits for another. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyModemsTest {

    private static final int MODEMS = 64;

    @TempDir
    private Path directory;

    private final List<SimulatedNetwork> networks = new ArrayList<>();
    private final List<SimulatedModemServer> servers = new ArrayList<>();
    private final List<ModemSession> sessions = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (SimulatedModemServer server : servers) {
            server.close();
        }
    }

    @Test
    void startAndRecoverIndependently() throws Exception {
        for (int i = 0; i < MODEMS; i++) {
            networks.add(new SimulatedNetwork(Personality.STANDARD));
            servers.add(new SimulatedModemServer(networks.get(i).modem(), 0));
        }
        // One never says anything: the others do not wait for it.
        networks.get(0).modem().faults().ignoreSometimes("", 100);
        try (Bench bench = new Bench(
                directory, s -> () -> TcpChannel.open((DeviceAddress.Tcp) s.device(), Duration.ofSeconds(5)))) {
            long start = System.nanoTime();
            for (SimulatedModemServer server : servers) {
                DeviceAddress address = new DeviceAddress.Tcp("127.0.0.1", server.port());
                sessions.add(bench.open(quiet(bench.settings(address, Optional.empty()))));
            }
            awaitReady(i -> i > 0);
            long ready = System.nanoTime();
            long atStart = threads("modem-reader");
            send();
            long sent = System.nanoTime();
            for (int i = 1; i < MODEMS; i += 2) {
                networks.get(i).modem().unplug();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> IntStream.range(1, MODEMS)
                    .allMatch(i -> sessions.get(i).status().isReady() == (i % 2 == 0)));
            for (int i = 1; i < MODEMS; i += 2) {
                networks.get(i).modem().plugIn();
            }
            long plugged = System.nanoTime();
            awaitReady(i -> i > 0);
            long back = System.nanoTime();
            send();
            // Idle sessions hold no thread of the pool; what is left there is the silent modem.
            System.out.printf(
                    "%d modems: ready in %.1f s, a message each in %.1f s, half of them back in %.1f s,"
                            + " %d reading threads, %d threads of the pool%n",
                    MODEMS,
                    (ready - start) / 1e9,
                    (sent - ready) / 1e9,
                    (back - plugged) / 1e9,
                    atStart,
                    threads("pool-"));
            assertThat(atStart).isLessThanOrEqualTo(MODEMS);
            assertThat(threads("modem-reader")).isLessThanOrEqualTo(MODEMS);
            assertThat(sessions.get(0).status().isReady()).isFalse();
            for (int i = 2; i < MODEMS; i += 2) {
                assertThat(sessions.get(i).recoveries()).containsEntry(Rung.REOPEN, 0L);
            }
        }
        assertThat(networks.subList(1, MODEMS)).allSatisfy(network -> assertThat(network.messages())
                .extracting(SentMessage::text)
                .containsExactly("Hello", "Hello"));
    }

    private static SessionSettings quiet(SessionSettings s) {
        return new SessionSettings(
                s.device(),
                s.serial(),
                s.pin(),
                s.serviceCentre(),
                s.pollInterval(),
                s.checkInterval(),
                Duration.ofSeconds(8),
                Duration.ofSeconds(8),
                s.stateDirectory(),
                SessionSettings.WireTrace.OFF,
                s.policy());
    }

    private void awaitReady(Predicate<Integer> which) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> IntStream.range(0, MODEMS)
                        .filter(which::test)
                        .allMatch(i -> sessions.get(i).status().isReady()));
    }

    private void send() throws Exception {
        List<OutgoingPart> part = Bench.parts("+15551234567", "Hello");
        var answers = IntStream.range(1, MODEMS)
                .mapToObj(i -> sessions.get(i).send(part, new RecordingLedger()).toCompletableFuture())
                .toList();
        for (var answer : answers) {
            answer.get(30, TimeUnit.SECONDS);
        }
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .count();
    }
}
