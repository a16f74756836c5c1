package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.settings.RuleSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs that the operator has listed: arguments one by one, never a shell, an environment that holds nothing but
 * a path and a language, a time that they may take, and a bound on what is read of them.
 */
final class Programs {

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8");

    /**
     * How a program ended.
     *
     * @param exit its exit code
     * @param output what it said, as far as it is read
     */
    record Ended(int exit, String output) {}

    private final RuleSettings settings;

    Programs(RuleSettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses a program that is not listed.
     *
     * @throws IllegalArgumentException saying what to do
     */
    Path allowed(String program) {
        Path path = Path.of(program).normalize();
        if (!settings.programs().contains(path)) {
            throw new IllegalArgumentException(
                    "rules may not run " + program + ": sms.exec.programs does not list it, with its absolute path");
        }
        return path;
    }

    /**
     * Runs one to its end.
     *
     * @throws IOException when it cannot be run, or takes too long
     */
    Ended run(Path program, List<String> arguments, String input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            var unused = CompletableFuture.runAsync(() -> write(process.getOutputStream(), input));
            if (!process.waitFor(settings.programTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " has not ended after " + settings.programTimeout());
            }
            // a child of it may hold the pipe for longer
            return new Ended(
                    process.exitValue(),
                    output.completeOnTimeout("", 1, TimeUnit.SECONDS).join());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String read(InputStream said) {
        try (said) {
            byte[] octets = said.readNBytes(settings.programOutput());
            // the rest is read too, so that it does not wait for ever, and is forgotten
            said.skip(Long.MAX_VALUE);
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void write(OutputStream told, String input) {
        try (told) {
            told.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it does not want to know
        }
    }
}
