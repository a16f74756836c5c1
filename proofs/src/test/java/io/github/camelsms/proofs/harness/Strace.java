package io.github.camelsms.proofs.harness;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.testing.GatewayProcess;
import io.github.camelsms.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code strace}, attached to a gateway that runs: it watches its calls, or has one of them fail. */
public final class Strace implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LONGEST_TEXT = "4300";

    private final Process process;
    private final Path log;

    private Strace(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Skips a proof where there is no strace, and says so in the figures. */
    public static void assume(String proof) throws InterruptedException {
        String why = "strace is not installed";
        boolean there = false;
        try {
            Programs.run("strace", "-qq", "-e", "trace=none", "true");
            there = true;
        } catch (IOException e) {
            why = e.getMessage();
        }
        if (!there) {
            Figures.skipped(proof, why);
        }
        assumeTrue(there, why);
    }

    /** Writes down these calls of all threads, such as {@code write,fsync}. */
    public static Strace watch(GatewayProcess gateway, Path folder, String calls) throws IOException {
        return attach(folder, "-f", "-yy", "-s", LONGEST_TEXT, "-e", "trace=" + calls, "-p", "" + gateway.pid());
    }

    /**
     * Has calls of the thread that writes the store fail.
     *
     * @param which calls, error and which of them, such as {@code pwrite64:error=EIO:when=3}
     */
    public static Strace inject(GatewayProcess gateway, Path folder, String which) throws IOException {
        String calls = which.substring(0, which.indexOf(':'));
        return attach(folder, "-e", "trace=" + calls, "-e", "inject=" + which, "-p", writer(gateway));
    }

    /** What was written down, one call a line, in the order of the calls. */
    public List<String> lines() throws IOException {
        return Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** How many calls were made to fail. */
    public long injected() throws IOException {
        return lines().stream().filter(line -> line.contains("(INJECTED)")).count();
    }

    private static Strace attach(Path folder, String... arguments) throws IOException {
        Path log = Files.createTempFile(folder, "strace", ".txt");
        Path said = Files.createTempFile(folder, "strace", ".err");
        List<String> command = new ArrayList<>(List.of("strace", "-o", log.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive() || Files.readString(said).contains("attached"));
        if (!process.isAlive()) {
            throw new IOException("strace has ended: " + Files.readString(said));
        }
        return new Strace(process, log);
    }

    /** Linux cuts the names of threads after 15 characters: {@code sms-store-1-wri}. */
    private static String writer(GatewayProcess gateway) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + gateway.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                String name = Files.readString(task.resolve("comm")).strip();
                if (name.matches("sms-store-[0-9]+-w.*")) {
                    return task.getFileName().toString();
                }
            }
        }
        throw new IOException("the gateway has no thread that writes a store");
    }

    /** Lets the gateway go on alone. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
