package io.github.camelsms.routes.imports;

import java.util.Objects;

/** A line or element of the old configuration that means something. Each is one of its own, also when two read alike. */
public final class Item {

    private static final int LONGEST = 60;

    private final String file;
    private final int line;
    private final String name;
    private final String value;

    /**
     * @param file relative to the folder of the configuration
     * @param line from 1
     * @param name what it is called by in the report, never a secret
     * @param value what stands there; may be a secret
     */
    public Item(String file, int line, String name, String value) {
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.name = printable(name);
        this.value = Objects.requireNonNull(value, "value");
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** What may be printed of a text that somebody else has written. */
    public static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /** Without the value. */
    @Override
    public String toString() {
        return file + ":" + line + " " + name;
    }
}
