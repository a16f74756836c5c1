package io.github.camelsms.proofs.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The table of a run, {@code target/proofs.md}: what was tried, what came of it, and what the control showed. */
public final class Figures {

    private static final Path TABLE = Path.of("target", "proofs.md");
    private static boolean begun;

    private Figures() {}

    /** Adds a line: what was done to the gateway, what came of it, and how the same with a mutant went. */
    public static synchronized void row(String proof, String tried, String result, String control) {
        String line = "| " + String.join(" | ", proof, tried, result, control).replace('\n', ' ') + " |\n";
        try {
            if (!begun) {
                Files.createDirectories(TABLE.getParent());
                Files.writeString(TABLE, "| proof | tried | result | negative control |\n|---|---|---|---|\n");
                begun = true;
            }
            Files.writeString(TABLE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(line);
    }

    /** Says loudly that something is not proved here. */
    public static void skipped(String proof, String why) {
        row(proof, "**NOT PROVED HERE**", why, "");
    }
}
