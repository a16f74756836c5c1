package io.github.camelsms.routes.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A program of somebody else that talks to the gateway. Where it is not installed its test is skipped, loudly. */
public final class Peer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final List<String> stop;
    private final Process process;

    private Peer(Path folder, List<String> stop, Process process) {
        this.folder = folder;
        this.stop = stop;
        this.process = process;
    }

    public static void require(String program) {
        boolean there = Files.isExecutable(Path.of(program));
        if (!there) {
            System.err.println("WITHOUT " + program + ": a test with it is skipped");
        }
        assumeTrue(there, program + " is not installed");
    }

    /** What swaks needs for TLS. */
    static void requireTlsOfPerl() throws Exception {
        boolean there =
                new ProcessBuilder("perl", "-MNet::SSLeay", "-e", "1").start().waitFor() == 0;
        if (!there) {
            System.err.println("WITHOUT libnet-ssleay-perl: a test of mails to phones is skipped");
        }
        assumeTrue(there, "Net::SSLeay is not installed");
    }

    /** Servers change to users of their own, which takes root. */
    static void requireRoot() {
        boolean root = System.getProperty("user.name").equals("root");
        if (!root) {
            System.err.println("WITHOUT root: a test of mails to phones is skipped");
        }
        assumeTrue(root, "needs root");
    }

    /** Runs a program to its end with an input and returns what it said; it has to succeed. */
    static String run(String input, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** A folder that other users may enter, as those of servers have to. */
    public static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory(name);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param folder that is deleted in the end
     */
    public static Peer start(Path folder, int port, List<String> start, List<String> stop) throws Exception {
        Process process = new ProcessBuilder(start)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Peer peer = new Peer(folder, stop, process);
        await().atMost(PATIENCE).until(() -> peer.listens(port));
        return peer;
    }

    private boolean listens(int port) throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it has ended: " + log());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws Exception {
        new ProcessBuilder(stop).redirectErrorStream(true).start().waitFor();
        process.destroy();
        process.waitFor();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
