package io.github.camelsms.sms.tpdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets as hex digits: the form in which modems speak. Table driven, because every PDU passes here. */
final class Hex {

    private static final byte NO_DIGIT = -1;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, NO_DIGIT);
        for (byte value = 0; value < DIGITS.length; value++) {
            VALUES[DIGITS[value]] = value;
            VALUES[Character.toLowerCase(DIGITS[value])] = value;
        }
    }

    private Hex() {}

    /** Upper-case digits. */
    static String format(byte[] octets) {
        return format(octets, octets.length);
    }

    /** Upper-case digits of the first {@code length} octets. */
    static String format(byte[] octets, int length) {
        byte[] digits = new byte[length * 2];
        for (int i = 0; i < length; i++) {
            digits[2 * i] = DIGITS[octets[i] >> 4 & 15];
            digits[2 * i + 1] = DIGITS[octets[i] & 15];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /**
     * Digits in either case.
     *
     * @throws TpduException when there is another character, or an odd number of digits
     */
    static byte[] parse(String field, String text) {
        byte[] digits = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] octets = new byte[digits.length / 2];
        int invalid = 0;
        for (int i = 0; i < octets.length; i++) {
            int high = VALUES[digits[2 * i] & 0xFF];
            int low = VALUES[digits[2 * i + 1] & 0xFF];
            // NO_DIGIT has its sign bit set, whatever it is combined with: one check behind the loop.
            invalid |= high | low;
            octets[i] = (byte) (high << 4 | low);
        }
        if (invalid < 0 || digits.length % 2 != 0) {
            throw explain(field, text);
        }
        return octets;
    }

    private static TpduException explain(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF || VALUES[c] == NO_DIGIT) {
                return new TpduException(field, i / 2, String.format("U+%04X is no hex digit", (int) c));
            }
        }
        return new TpduException(field, text.length() / 2, "an odd number of hex digits, " + text.length());
    }
}
