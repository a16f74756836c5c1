package io.github.camelsms.modem.at;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A final result code (V.250, 5.7.1; 27.005, 3.2.5; 27.007, 9.1).
 *
 * @param code the number behind {@code +CMS ERROR:} or {@code +CME ERROR:}, where the modem gave one
 * @param text the line as it came
 */
public record FinalResult(Kind kind, OptionalInt code, String text) {

    /** Which of the final results it is. */
    public enum Kind {
        OK,
        ERROR,
        CMS_ERROR,
        CME_ERROR,
        /** {@code COMMAND NOT SUPPORT}, as Huawei modems say. */
        NOT_SUPPORTED
    }

    private static final Pattern CODED = Pattern.compile("(?i)\\+?(CMS|CME) ERROR(?::\\s*(.*))?");
    private static final Pattern MODEM_ERROR = Pattern.compile("(?i)MODEM ERROR(?::.*)?");
    private static final Pattern NOT_SUPPORT = Pattern.compile("(?i)COMMAND NOT SUPPORT(?:ED)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    /**
     * Reads a whole line. Words such as {@code OK} inside of a line are not a result. The results of a call
     * ({@code NO CARRIER}, {@code BUSY}) are none here: we never dial, so they belong to somebody else's call.
     */
    public static Optional<FinalResult> parse(String line) {
        if (line.equals("OK")) {
            return Optional.of(new FinalResult(Kind.OK, OptionalInt.empty(), line));
        }
        if (line.equals("ERROR") || MODEM_ERROR.matcher(line).matches()) {
            return Optional.of(new FinalResult(Kind.ERROR, OptionalInt.empty(), line));
        }
        if (NOT_SUPPORT.matcher(line).matches()) {
            return Optional.of(new FinalResult(Kind.NOT_SUPPORTED, OptionalInt.empty(), line));
        }
        Matcher coded = CODED.matcher(line);
        if (!coded.matches()) {
            return Optional.empty();
        }
        Kind kind = coded.group(1).equalsIgnoreCase("CMS") ? Kind.CMS_ERROR : Kind.CME_ERROR;
        String detail = coded.group(2) == null ? "" : coded.group(2).strip();
        OptionalInt code =
                NUMBER.matcher(detail).matches() ? OptionalInt.of(Integer.parseInt(detail)) : OptionalInt.empty();
        return Optional.of(new FinalResult(kind, code, line));
    }

    public boolean isOk() {
        return kind == Kind.OK;
    }
}
