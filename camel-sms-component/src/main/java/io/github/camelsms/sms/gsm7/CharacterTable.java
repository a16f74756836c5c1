package io.github.camelsms.sms.gsm7;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The 128 cells of one table of 23.038, read from {@code tables.txt}: data, so that it can be compared with the standard. */
final class CharacterTable {

    /** A cell without a character: reserved, or the escape. */
    static final char NONE = '\uFFFF';

    static final int SIZE = 128;

    private static final String RESOURCE = "tables.txt";
    private static final int LANGUAGES = NationalLanguage.values().length;
    private static final char[][] LOCKING = new char[LANGUAGES][];
    private static final char[][] SINGLE_SHIFT = new char[LANGUAGES][];

    static {
        load();
    }

    private CharacterTable() {}

    /** Cells of the locking shift table; the default alphabet for a language that has none. Not to be changed. */
    static char[] locking(NationalLanguage language) {
        char[] table = LOCKING[language.identifier()];
        return table == null ? LOCKING[0] : table;
    }

    /** Cells of the single shift table, the codes that follow an escape. Not to be changed. */
    static char[] singleShift(NationalLanguage language) {
        char[] table = SINGLE_SHIFT[language.identifier()];
        return table == null ? SINGLE_SHIFT[0] : table;
    }

    private static void load() {
        try (InputStream in = CharacterTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + CharacterTable.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            char[] table = null;
            int next = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (Character.isLowerCase(line.charAt(0))) {
                    table = new char[SIZE];
                    next = 0;
                    register(line.split(" ", 3), table);
                } else {
                    next = cells(line, table, next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static void register(String[] heading, char[] table) {
        int identifier = Integer.parseInt(heading[1]);
        NationalLanguage language = NationalLanguage.of(identifier).orElseThrow();
        if (!language.name().toLowerCase(Locale.ROOT).equals(heading[2])) {
            throw new IllegalStateException(RESOURCE + " calls language " + identifier + " " + heading[2]);
        }
        (heading[0].equals("locking") ? LOCKING : SINGLE_SHIFT)[identifier] = table;
    }

    private static int cells(String row, char[] table, int first) {
        int next = first;
        for (int at = 0; at < row.length(); at += 5) {
            String cell = row.substring(at, at + 4);
            table[next++] = cell.equals("----") ? NONE : (char) Integer.parseInt(cell, 16);
        }
        return next;
    }
}
