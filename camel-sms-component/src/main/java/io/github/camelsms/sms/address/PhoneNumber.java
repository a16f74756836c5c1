package io.github.camelsms.sms.address;

import java.util.regex.Pattern;

/**
 * A telephone number as messages are sent to: digits, with a leading {@code +} when it is international (ITU-T E.164),
 * without one when it is a short code or written as the network of the gateway dials it.
 *
 * @param value {@code +} at most once and in front, then 3 to 15 digits
 */
public record PhoneNumber(String value) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\u00A0]");

    private static final int LEAST_NATIONAL_DIGITS = 6;

    public PhoneNumber {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A number is 3 to 15 digits with an optional + in front, not " + describe(value));
        }
    }

    /**
     * Reads a number as people and programs write it: blanks and {@code ( ) - . /} are left out, {@code 00} in front is
     * the international prefix, and one blank in front of digits is the {@code +} that a URL decoder took away.
     *
     * @throws IllegalArgumentException when that leaves no number
     */
    public static PhoneNumber parse(String written) {
        boolean lostPlus = written.length() > 1 && written.charAt(0) == ' ' && Character.isDigit(written.charAt(1));
        String digits = SEPARATORS.matcher(written).replaceAll("");
        if (lostPlus) {
            digits = "+" + digits;
        } else if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        return new PhoneNumber(digits);
    }

    /** The digits alone: equal for {@code +1555…} and {@code 1555…}, which networks use for the same phone. */
    public String digits() {
        return value.startsWith("+") ? value.substring(1) : value;
    }

    /**
     * Whether two texts name the same phone: the same digits, or one of them in national form. Networks give numbers
     * back without {@code +}, or with a trunk zero in place of the country code.
     */
    public static boolean samePhone(String one, String other) {
        String first = nationalDigits(one);
        String second = nationalDigits(other);
        if (Math.min(first.length(), second.length()) < LEAST_NATIONAL_DIGITS) {
            return first.equals(second);
        }
        return first.endsWith(second) || second.endsWith(first);
    }

    /** For logs: the first and the last four characters, nothing of short numbers. */
    public String masked() {
        return mask(value);
    }

    /** The same for any text that stands in the place of a number. */
    public static String mask(String address) {
        if (address.length() < 10) {
            return "•".repeat(address.length());
        }
        int shown = 4;
        return address.substring(0, shown) + "•••" + address.substring(address.length() - shown);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String nationalDigits(String address) {
        int start = 0;
        while (start < address.length() && (address.charAt(start) == '+' || address.charAt(start) == '0')) {
            start++;
        }
        return address.substring(start);
    }

    private static String describe(String value) {
        if (value.isEmpty()) {
            return "an empty text";
        }
        return value.length() > 16 ? "a text of " + value.length() + " characters" : "a text that has others";
    }
}
