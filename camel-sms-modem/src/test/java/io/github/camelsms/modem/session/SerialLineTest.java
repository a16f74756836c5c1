package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialChannel;
import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated modem at the other end of a pseudo terminal, which socat makes. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class SerialLineTest {

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private final List<Process> processes = new ArrayList<>();
    private SimulatedModemServer server;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(isThere("socat", "-V"), "SKIPPED: socat is not installed, so serial lines are not tested here");
        server = new SimulatedModemServer(network.modem(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroyForcibly);
        if (server != null) {
            server.close();
        }
    }

    static boolean isThere(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process connect(Path device) throws IOException {
        Process process = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + device, "tcp:127.0.0.1:" + server.port())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(device));
        return process;
    }

    @Test
    void sendsReceivesAndComesBackAfterUnplugging() throws Exception {
        Path device = directory.resolve("ttyUSB0");
        Process plugged = connect(device);
        List<String> received = new CopyOnWriteArrayList<>();
        try (Bench bench =
                new Bench(directory, s -> () -> SerialChannel.open((DeviceAddress.Serial) s.device(), s.serial()))) {
            ModemSession session = bench.open(bench.settings(DeviceAddress.parse(device.toString()), Optional.empty()));
            session.attach(pdu -> {
                received.add(pdu.hex());
                return CompletableFuture.completedFuture(null);
            });
            Bench.awaitState(session, SessionState.READY);
            send(session, "first");
            plugged.destroy();
            Bench.awaitState(session, SessionState.DISCONNECTED);
            await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(device));
            network.deliver("+15551", "while away");
            connect(device);
            Bench.awaitState(session, SessionState.READY);
            send(session, "second");
            await().atMost(Duration.ofSeconds(10)).until(() -> network.modem().stored("SM") == 0);
        }
        assertThat(network.messages()).extracting(SentMessage::text).containsExactly("first", "second");
        assertThat(received).hasSize(1);
    }

    private static void send(ModemSession session, String text) throws Exception {
        session.send(Bench.parts("+15551234567", text), new RecordingLedger())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void saysWhatIsWrongWithADeviceThatIsNotThere() {
        DeviceAddress.Serial nowhere =
                new DeviceAddress.Serial(directory.resolve("ttyUSB7").toString());
        assertThatThrownBy(() -> SerialChannel.open(nowhere, SerialSettings.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ttyUSB7");
    }
}
