package io.github.camelsms.modem.camel;

import java.util.regex.Pattern;

/** Phone numbers as they come in headers and options. */
final class Numbers {

    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,20}");

    private Numbers() {}

    /** A plus that was decoded as a space in a URI comes back; other blanks around the number go. */
    static String withPlus(String text) {
        return text.startsWith(" ") && text.length() > 1 && Character.isDigit(text.charAt(1))
                ? '+' + text.strip()
                : text.strip();
    }

    static boolean isNumber(String text) {
        return DIALLED.matcher(text).matches();
    }

    /** Enough of a number to recognise it, and not enough to dial it. */
    static String masked(String number) {
        return number.length() <= 6
                ? "•".repeat(number.length())
                : number.substring(0, 3) + "•••" + number.substring(number.length() - 2);
    }
}
