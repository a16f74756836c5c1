package io.github.camelsms.modem.at;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A command line as it goes to the modem, without its terminator (V.250, 5.2.1). It starts with {@code AT} and holds
 * printable ASCII only, so that no argument can end the line early or begin a second one.
 */
public record AtCommandLine(String text) {

    private static final Pattern FORM = Pattern.compile("AT[\\x20-\\x7E]{0,400}");
    private static final Pattern QUOTABLE = Pattern.compile("[\\x20-\\x7E&&[^\"\\\\]]*");

    public AtCommandLine {
        Objects.requireNonNull(text, "text");
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("An AT command line is AT and up to 400 printable ASCII characters");
        }
    }

    /** A line without arguments, or one whose arguments are constants. */
    public static AtCommandLine of(String text) {
        return new AtCommandLine(text);
    }

    /** Adds a number as the next argument. */
    public AtCommandLine number(int value) {
        return argument(Integer.toString(value));
    }

    /**
     * Adds a string in quotes as the next argument.
     *
     * @throws IllegalArgumentException when {@code value} holds a quote, a backslash or anything but printable ASCII;
     *     the text does not repeat the value, which may be a secret
     */
    public AtCommandLine quoted(String value) {
        if (!QUOTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A string of an AT command is printable ASCII without quotes and backslashes");
        }
        return argument('"' + value + '"');
    }

    private AtCommandLine argument(String value) {
        return new AtCommandLine(text.endsWith("=") ? text + value : text + ',' + value);
    }

    /** The command without its arguments: what may be logged. */
    public String name() {
        int end = text.indexOf('=');
        return end < 0 ? text : text.substring(0, end);
    }

    @Override
    public String toString() {
        return name();
    }
}
