package io.github.camelsms.modem.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others drive the simulated modem: the way to know that it is one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PeersTest {

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private final List<Process> processes = new ArrayList<>();
    private SimulatedModemServer server;
    private Path device;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(isThere("socat"), "SKIPPED: socat is not installed, so nothing else can drive the simulated modem");
        server = new SimulatedModemServer(network.modem(), 0);
        device = directory.resolve("modem");
        begin("socat", "pty,raw,echo=0,link=" + device, "tcp:127.0.0.1:" + server.port());
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(device));
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroy);
        if (server != null) {
            server.close();
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Process begin(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(processes.size() + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String gammu(String... arguments) throws Exception {
        Path configuration = directory.resolve("gammurc");
        Files.writeString(configuration, "[gammu]\ndevice = " + device + "\nconnection = at115200\n");
        List<String> command = new ArrayList<>(List.of("gammu", "-c", configuration.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        processes.add(process);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void gammuSendsAndReads() throws Exception {
        assumeTrue(isThere("gammu"), "SKIPPED: gammu is not installed, so it cannot drive the simulated modem");
        String text = "gammu says hello ".repeat(15).strip();

        assertThat(gammu("identify")).contains("camel-sms").contains("simulator");
        gammu("sendsms", "TEXT", "+15551234567", "-len", "400", "-text", text);
        network.deliver("+15559876543", "and the network answers");

        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(text);
        assertThat(gammu("getallsms")).contains("and the network answers").contains("+15559876543");
    }

    @Test
    void smstoolsSendsAndReceives() throws Exception {
        assumeTrue(isThere("smsd"), "SKIPPED: smstools is not installed, so it cannot drive the simulated modem");
        for (String folder : List.of("outgoing", "checked", "incoming", "failed", "sent")) {
            Files.createDirectories(directory.resolve(folder));
        }
        Path configuration = directory.resolve("smsd.conf");
        Files.writeString(
                configuration,
                Stream.of(
                                "devices = SIM",
                                "outgoing = DIR/outgoing",
                                "checked = DIR/checked",
                                "incoming = DIR/incoming",
                                "failed = DIR/failed",
                                "sent = DIR/sent",
                                "logfile = DIR/smsd.log",
                                "loglevel = 7",
                                "delaytime = 1",
                                "autosplit = 3",
                                "[SIM]",
                                "device = " + device,
                                "incoming = yes",
                                "check_memory_method = 2",
                                "decode_unicode_text = yes",
                                "")
                        .map(line -> line.replace("DIR", directory.toString()))
                        .reduce("", (a, b) -> a + b + "\n"));
        network.deliver("+15559876543", "for smstools");
        Files.writeString(directory.resolve("outgoing").resolve("one"), "To: 15551234567\n\nsmstools says hello");

        begin("/usr/sbin/smsd", "-p" + directory.resolve("smsd.pid"), "-c" + configuration);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(network.messages()).extracting(SentMessage::text).containsExactly("smstools says hello");
            assertThat(contents(directory.resolve("incoming"))).anyMatch(text -> text.contains("for smstools"));
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> network.modem().stored("SM") == 0);
    }

    private static List<String> contents(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
