package io.github.camelsms.sms.tpdu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Octets as hex digits: the form in which modems speak. Every PDU passes here, so that two digits are looked up and
 * written at once, as the number that they are in memory.
 */
final class Hex {

    private static final short NO_DIGITS = -1;
    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The digits of an octet, upper case. */
    private static final short[] DIGITS = new short[256];

    /** The octet of two digits in either case; {@link #NO_DIGITS} for all else. */
    private static final short[] OCTETS = new short[0x10000];

    static {
        Arrays.fill(OCTETS, NO_DIGITS);
        for (short octet = 0; octet < DIGITS.length; octet++) {
            char high = Character.forDigit(octet >> 4, 16);
            char low = Character.forDigit(octet & 15, 16);
            char upperHigh = Character.toUpperCase(high);
            char upperLow = Character.toUpperCase(low);
            DIGITS[octet] = (short) pair(upperHigh, upperLow);
            OCTETS[pair(upperHigh, upperLow)] = octet;
            OCTETS[pair(upperHigh, low)] = octet;
            OCTETS[pair(high, upperLow)] = octet;
            OCTETS[pair(high, low)] = octet;
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
            PAIR.set(digits, 2 * i, DIGITS[octets[i] & 0xFF]);
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /**
     * Digits in either case.
     *
     * @throws TpduException when there is another character, or an odd number of digits
     */
    static byte[] parse(String field, String text) {
        // Whatever is not of Latin-1 becomes a question mark, which is no digit either.
        byte[] digits = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] octets = new byte[digits.length / 2];
        int invalid = 0;
        for (int i = 0; i < octets.length; i++) {
            short octet = OCTETS[(short) PAIR.get(digits, 2 * i) & 0xFFFF];
            // The sign bit of any is the sign bit of all: one check behind the loop.
            invalid |= octet;
            octets[i] = (byte) octet;
        }
        if (invalid < 0 || digits.length % 2 != 0) {
            throw explain(field, text);
        }
        return octets;
    }

    private static int pair(char first, char second) {
        return first | second << 8;
    }

    private static TpduException explain(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F || Character.digit(c, 16) < 0) {
                return new TpduException(field, i / 2, String.format("U+%04X is no hex digit", (int) c));
            }
        }
        return new TpduException(field, text.length() / 2, "an odd number of hex digits, " + text.length());
    }
}
