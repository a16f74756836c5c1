package io.github.camelsms.benchmarks;

import java.util.HexFormat;

/**
 * What somebody would write in an hour for text of the basic alphabet and nothing else: no extension table, no checks,
 * no values. The yardstick of what checking costs.
 */
final class HandWritten {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final byte[] SEPTETS = new byte[0x400];
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static {
        for (int i = 0; i < BASIC.length(); i++) {
            SEPTETS[BASIC.charAt(i)] = (byte) i;
        }
    }

    private HandWritten() {}

    static byte[] pack(String text) {
        byte[] packed = new byte[(text.length() * 7 + 7) / 8];
        pack(text, packed, 0);
        return packed;
    }

    static String submit(String digits, String text) {
        byte[] pdu = new byte[7 + (digits.length() + 1) / 2 + (text.length() * 7 + 7) / 8];
        int at = 0;
        pdu[at++] = 0;
        pdu[at++] = 1;
        pdu[at++] = 0;
        pdu[at++] = (byte) digits.length();
        pdu[at++] = (byte) 0x91;
        for (int i = 0; i < digits.length(); i += 2) {
            int high = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0xF;
            pdu[at++] = (byte) (high << 4 | (digits.charAt(i) - '0'));
        }
        at += 2;
        byte[] all = java.util.Arrays.copyOf(pdu, pdu.length + 1);
        all[at++] = (byte) text.length();
        pack(text, all, at);
        return HEX.formatHex(all);
    }

    static String deliver(String hex) {
        byte[] pdu = HEX.parseHex(hex);
        int at = 1 + pdu[0] + 1;
        at += 2 + (pdu[at] + 1) / 2 + 2 + 7;
        int length = pdu[at++] & 0xFF;
        char[] text = new char[length];
        int bits = 0;
        int held = 0;
        for (int i = 0; i < length; i++) {
            if (held < 7) {
                bits |= (pdu[at++] & 0xFF) << held;
                held += 8;
            }
            text[i] = BASIC.charAt(bits & 0x7F);
            bits >>>= 7;
            held -= 7;
        }
        return new String(text);
    }

    private static void pack(String text, byte[] target, int from) {
        int at = from;
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= SEPTETS[text.charAt(i)] << held;
            held += 7;
            if (held >= 8) {
                target[at++] = (byte) bits;
                bits >>>= 8;
                held -= 8;
            }
        }
        if (held > 0) {
            target[at] = (byte) bits;
        }
    }
}
