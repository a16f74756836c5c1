package io.github.camelsms.routes.ingress;

import java.util.regex.Pattern;

/**
 * A number to send to: 3 to 15 digits, with a plus in front when it is international (E.164).
 *
 * @param text plus and digits only
 */
public record PhoneNumber(String text) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final String SEPARATORS = "()-. ";

    public PhoneNumber {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("a number has 3 to 15 digits, with a plus in front or not");
        }
    }

    /**
     * Reads what a person or a program wrote. Brackets, hyphens, dots and blanks are taken out. One blank right before
     * the first digit is the plus of a query string that was not encoded.
     */
    public static PhoneNumber parse(String written) throws RefusedException {
        String number = written.length() > 1 && written.charAt(0) == ' ' && isDigit(written.charAt(1))
                ? "+" + written.substring(1)
                : written;
        StringBuilder bare = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (SEPARATORS.indexOf(c) < 0) {
                bare.append(c);
            }
        }
        if (!NUMBER.matcher(bare).matches()) {
            throw Refusal.BAD_NUMBER.because(
                    "number needs 3 to 15 digits, with a plus in front when it is international");
        }
        return new PhoneNumber(bare.toString());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
