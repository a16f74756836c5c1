package io.github.camelsms.listeners.smtp.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Files of test data: one entry a line, remarks begin with a number sign, {@code \r}, {@code \n} and {@code \xNN} are octets. */
final class TestLines {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|x([0-9A-Fa-f]{2}))");

    private TestLines() {}

    static List<String> of(String name) {
        try (InputStream in = Objects.requireNonNull(TestLines.class.getResourceAsStream("/smtp/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(TestLines::unescape)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescape(String line) {
        return ESCAPE.matcher(line).replaceAll(found -> switch (found.group(1)) {
            case "r" -> "\r";
            case "n" -> "\n";
            default -> String.valueOf((char) Integer.parseInt(found.group(2), 16));
        });
    }
}
