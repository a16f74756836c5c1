package io.github.camelsms.routes.command;

import io.github.camelsms.sms.account.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a password comes from: a question, standard input or a file. Never an argument, which everybody can see. */
final class PasswordOption {

    private static final int SHORTEST = 8;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The password is the first line of FILE.")
    private Path file;

    @Option(names = "--password-stdin", description = "The password is the first line of standard input.")
    private boolean stdin;

    @Option(names = "--no-password", description = "No password: nobody can prove to be it by one.")
    private boolean none;

    /** Whether anything is said of it. */
    boolean isGiven() {
        return file != null || stdin || none;
    }

    /** What is kept of it; asks where nothing is said. */
    Optional<PasswordHash> hash() throws IOException {
        if (none) {
            return Optional.empty();
        }
        String password = read();
        if (password.length() < SHORTEST) {
            throw new IOException("a password has " + SHORTEST + " characters or more");
        }
        return Optional.of(PasswordHash.of(password));
    }

    // where there is no terminal, newer Javas have a console that reads standard input, which is just what is wanted
    @SuppressWarnings("SystemConsoleNull")
    private String read() throws IOException {
        if (file != null) {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
        Console console = System.console();
        if (stdin || console == null) {
            // the reader stays open: it is not ours
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        }
        String once = new String(console.readPassword("password: "));
        if (!once.equals(new String(console.readPassword("once more: ")))) {
            throw new IOException("the two passwords differ");
        }
        return once;
    }
}
