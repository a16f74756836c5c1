package io.github.camelsms.modem.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The unsolicited results that modems are known to send, read from {@code unsolicited.tsv}:
 * {@code category<TAB>line}, or the beginning of a line and an asterisk. Lines are compared as a whole otherwise. The
 * first entry that fits decides.
 */
public final class UnsolicitedTable {

    /** What all modems may send. */
    public static final UnsolicitedTable STANDARD = load("unsolicited.tsv");

    private record Entry(UnsolicitedCategory category, String text, boolean prefix) {
        boolean fits(String line) {
            return prefix ? line.startsWith(text) : line.equals(text);
        }
    }

    private final List<Entry> entries;

    private UnsolicitedTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** What a line is about; empty when it is not known. */
    public Optional<UnsolicitedCategory> category(String line) {
        return entries.stream().filter(e -> e.fits(line)).map(Entry::category).findFirst();
    }

    /** Whether a line is an unsolicited result, whatever else is going on. */
    public boolean knows(String line) {
        return category(line).isPresent();
    }

    private static UnsolicitedTable load(String resource) {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = UnsolicitedTable.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(line -> {
                        String[] fields = line.split("\t", 2);
                        UnsolicitedCategory category = UnsolicitedCategory.valueOf(
                                fields[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                        boolean prefix = fields[1].endsWith("*");
                        entries.add(new Entry(
                                category, prefix ? fields[1].substring(0, fields[1].length() - 1) : fields[1], prefix));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UnsolicitedTable(entries);
    }
}
