package io.github.camelsms.proofs.harness;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway program in a process of its own, perhaps with a {@link Mutant} of one of its classes. */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final long SECONDS = 60;

    private final Process process;
    private final Path output;
    private final Path errors;

    private GatewayProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts {@code sms-gateway run} in a folder and waits until it is ready. */
    public static GatewayProcess start(Path folder, List<Mutant> mutants, String... arguments) throws Exception {
        GatewayProcess gateway = launch(folder, mutants, arguments);
        if (!gateway.process.isAlive()) {
            throw new AssertionError("the gateway does not start: " + gateway.errors());
        }
        return gateway;
    }

    /** Starts it and waits until it is ready or has ended. */
    public static GatewayProcess launch(Path folder, List<Mutant> mutants, String... arguments) throws Exception {
        StringBuilder classPath = new StringBuilder();
        for (Mutant mutant : mutants) {
            classPath.append(mutant.writtenTo(folder.resolve("mutants"))).append(File.pathSeparator);
        }
        classPath.append(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.serialFilter=!*",
                "-cp",
                classPath.toString(),
                "io.github.camelsms.routes.Main",
                "run",
                "--property",
                "sms.http.port=0"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "stdout", ".txt");
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        GatewayProcess gateway = new GatewayProcess(process, output, errors);
        await().atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || Files.readString(output).contains("\n"));
        return gateway;
    }

    /** Where it accepts messages: {@code http://127.0.0.1:PORT/sms/}. */
    public URI uri() throws IOException {
        return URI.create(Files.readString(output).split(" ", 3)[1]);
    }

    public long pid() {
        return process.pid();
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits for the end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the gateway does not end");
        }
        return process.exitValue();
    }

    /** Sends a signal by name, such as {@code STOP}. */
    public void signal(String name) throws IOException, InterruptedException {
        Commands.run("kill", "-" + name, Long.toString(pid()));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
