package io.github.camelsms.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The gateway as the launcher runs it: a process of its own, in a folder of its own. */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long STOP_SECONDS = 60;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final Process process;
    private final Path errors;
    private final Path output;

    private GatewayProcess(Process process, Path errors, Path output) {
        this.process = process;
        this.errors = errors;
        this.output = output;
    }

    /** Starts {@code sms-gateway} with arguments; the ready line is empty when it ended instead. */
    public static GatewayProcess start(Path folder, Map<String, String> environment, String... arguments)
            throws Exception {
        return start(folder, environment, System.getProperty("java.class.path"), arguments);
    }

    /** The same with the class files of other folders in the place of the program's own. */
    public static GatewayProcess start(Path folder, List<Path> classes, String... arguments) throws Exception {
        String first = classes.stream().map(each -> each + File.pathSeparator).collect(Collectors.joining());
        return start(folder, Map.of(), first + System.getProperty("java.class.path"), arguments);
    }

    private static GatewayProcess start(
            Path folder, Map<String, String> environment, String classPath, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.serialFilter=!*",
                // the program's own, whatever the tests of other modules bring along
                "-Dlog4j2.configurationFile=log4j2.xml",
                "-cp",
                classPath,
                "io.github.camelsms.routes.Main"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        Path output = Files.createTempFile(folder, "stdout", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectError(errors.toFile()).redirectOutput(output.toFile());
        GatewayProcess gateway = new GatewayProcess(builder.start(), errors, output);
        await().atMost(START)
                .pollInterval(POLL)
                .until(() -> !gateway.isAlive() || gateway.output().contains("\n"));
        return gateway;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The first line of standard output. */
    public String ready() throws IOException {
        return output().lines().findFirst().orElse("");
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Where it accepts messages: {@code http://127.0.0.1:PORT/sms/}. */
    public URI uri() throws IOException {
        return URI.create(ready().split(" ", 3)[1]);
    }

    /** Sends a message and returns the answer; {@code more} is appended to the query as it is. */
    public HttpResponse<String> send(String number, String text, String more) throws Exception {
        return send(number, text, more, "X-Test", "none");
    }

    /** The same with a header field. */
    public HttpResponse<String> send(String number, String text, String more, String field, String value)
            throws Exception {
        String query = "number=" + encode(number) + "&data=" + encode(text) + more;
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(uri() + "?" + query))
                        .timeout(Duration.ofSeconds(30))
                        .header(field, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Sends a signal by name, such as {@code STOP} or {@code CONT}. */
    public void signal(String name) throws IOException, InterruptedException {
        Programs.run("kill", "-" + name, Long.toString(pid()));
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, without waiting. */
    public void askToStop() {
        process.destroy();
    }

    /** SIGTERM; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits for the end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the gateway does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
