package io.github.camelsms.modem.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Error codes with their meaning, read from a table in the class path: {@code code<TAB>class<TAB>text}. */
public final class ErrorTable {

    /** {@code +CMS ERROR:} (27.005, 3.2.5; 24.011, annex E; 23.040, 9.2.3.22), and what vendors added above 512. */
    public static final ErrorTable CMS = load("cms-errors.tsv");

    /** {@code +CME ERROR:} (27.007, 9.2). */
    public static final ErrorTable CME = load("cme-errors.tsv");

    /**
     * One code.
     *
     * @param text as the standard words it
     */
    public record Entry(int code, ErrorClass errorClass, String text) {}

    private final Map<Integer, Entry> entries;

    private ErrorTable(Map<Integer, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    public Optional<Entry> find(int code) {
        return Optional.ofNullable(entries.get(code));
    }

    private static ErrorTable load(String resource) {
        Map<Integer, Entry> entries = new HashMap<>();
        try (InputStream in = ErrorTable.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] fields = line.split("\t", 3);
                        int code = Integer.parseInt(fields[0]);
                        entries.put(code, new Entry(code, ErrorClass.valueOf(fields[1]), fields[2]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ErrorTable(entries);
    }
}
