package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.channel.ChannelOpener;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialChannel;
import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.modem.channel.UsbPorts;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modems on pseudo terminals, which socat makes, that are unplugged and come back under another name. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RebindingTest {

    private static final String IMEI = "356938035643809";
    private static final String ICCID = "8944000000000000077";

    @TempDir
    private Path directory;

    private final SimulatedNetwork mine = new SimulatedNetwork(Personality.STANDARD);
    private final SimulatedNetwork another = new SimulatedNetwork(Personality.STANDARD);
    private final List<Process> processes = new ArrayList<>();
    private final List<SimulatedModemServer> servers = new ArrayList<>();
    private Path dev;
    private Path sys;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(
                SerialLineTest.isThere("socat", "-V"),
                "SKIPPED: socat is not installed, so serial lines are not tested here");
        dev = Files.createDirectories(directory.resolve("dev"));
        sys = directory.resolve("sys");
        Files.createDirectories(sys.resolve("class/tty/tty0"));
        mine.modem().becomeModem(IMEI);
        mine.modem().sim().replaceBy(ICCID);
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroyForcibly);
        for (SimulatedModemServer server : servers) {
            server.close();
        }
    }

    /** A modem on a port, as the kernel shows it. */
    private Process plug(SimulatedNetwork network, String name, String socket, String serial) throws IOException {
        SimulatedModemServer server = new SimulatedModemServer(network.modem(), 0);
        servers.add(server);
        Path usb =
                Files.createDirectories(sys.resolve("devices/pci0000:00/usb1").resolve(socket));
        Files.writeString(usb.resolve("idVendor"), "12d1\n");
        Files.writeString(usb.resolve("idProduct"), "1001\n");
        Files.writeString(usb.resolve("serial"), serial + "\n");
        Path terminal = Files.createDirectories(
                usb.resolve(socket + ":1.0").resolve(name).resolve("tty").resolve(name));
        Files.createSymbolicLink(
                terminal.resolve("device"), usb.resolve(socket + ":1.0").resolve(name));
        Files.createSymbolicLink(sys.resolve("class/tty").resolve(name), terminal);
        Process process = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + dev.resolve(name), "tcp:127.0.0.1:" + server.port())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(dev.resolve(name)));
        return process;
    }

    private void unplug(Process port, String name) throws IOException {
        Files.delete(sys.resolve("class/tty").resolve(name));
        port.destroy();
        await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(dev.resolve(name)));
    }

    private ChannelOpener opener(DeviceAddress device, SessionSettings settings) {
        UsbPorts ports = new UsbPorts(sys, dev);
        if (device instanceof DeviceAddress.Usb usb) {
            return () -> open(ports.find(usb));
        }
        if (device instanceof DeviceAddress.UsbSocket socket) {
            return () -> open(ports.find(socket));
        }
        return new DeviceSearch(device, settings.policy().ports(), found -> () -> open(Optional.of(found)));
    }

    private static Channel open(Optional<DeviceAddress> found) throws IOException {
        DeviceAddress.Serial serial =
                (DeviceAddress.Serial) found.orElseThrow(() -> new IOException("nothing is plugged in"));
        return SerialChannel.open(serial, SerialSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imei:" + IMEI, "iccid:" + ICCID, "usb:12d1:1001:A7", "usb:1-1.2"})
    void findsTheModemAgainUnderAnotherName(String name) throws Exception {
        plug(another, "ttyUSB0", "1-1.1", "B8");
        Process port = plug(mine, "ttyUSB2", "1-1.2", "A7");
        DeviceAddress wanted = DeviceAddress.parse(name);
        try (Bench bench = new Bench(directory, s -> opener(s.device(), s))) {
            SessionSettings settings = bench.settings(wanted, Optional.empty());
            ModemSession session = bench.open(settings.with(
                    settings.policy().withPorts(List.of(dev.resolve("ttyUSB*").toString()))));
            Bench.awaitState(session, SessionState.READY);
            send(session);
            unplug(port, "ttyUSB2");
            Bench.awaitState(session, SessionState.DISCONNECTED);
            plug(mine, "ttyUSB10", "1-1.2", "A7");
            Bench.awaitState(session, SessionState.READY);
            send(session);
            session.close();
        }
        assertThat(mine.messages()).hasSize(2);
        assertThat(another.messages()).isEmpty();
    }

    private static void send(ModemSession session) throws Exception {
        session.send(Bench.parts("+15551234567", "Hello"), new RecordingLedger())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
