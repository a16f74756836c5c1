package io.github.camelsms.modem.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The operator's command that switches the power of a modem off and on: a program and its arguments, run without a
 * shell.
 *
 * @param command empty: there is none
 */
public record PowerHook(List<String> command) {

    /** The power is left alone. */
    public static final PowerHook NONE = new PowerHook(List.of());

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public PowerHook {
        command = List.copyOf(command);
    }

    /** Whether there is a command. */
    public boolean isThere() {
        return !command.isEmpty();
    }

    /**
     * Runs the command and waits for its end.
     *
     * @throws IOException when it cannot be run, fails, or takes more than 30 s
     */
    void run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it takes more than " + PATIENCE.toSeconds() + " s");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with status " + process.exitValue());
        }
    }
}
