package io.github.camelsms.routes.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads SUBMIT and writes DELIVER (3GPP TS 23.040, 9.2.2), as little as these tests need. Written from the
 * specification for the tests alone, so that an error of the gateway's codec does not cancel out.
 */
final class Pdus {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65,
            '€');

    private Pdus() {}

    /** One short message: a part of a longer text, or the whole. */
    record Part(String number, int reference, int total, int index, String text) {}

    /** Whole texts, put together from parts, in the order in which they began: number and text. */
    static List<String> texts(List<String> submitted) {
        Map<String, TreeMap<Integer, String>> messages = new LinkedHashMap<>();
        List<String> alone = new ArrayList<>();
        int single = 0;
        for (String pdu : submitted) {
            Part part = read(pdu);
            String key = part.number() + " " + (part.total() == 1 ? "s" + single++ : "r" + part.reference());
            messages.computeIfAbsent(key, k -> new TreeMap<>())
                    .merge(part.index(), part.text(), (a, b) -> a + "|TWICE|" + b);
        }
        messages.forEach(
                (key, parts) -> alone.add(key.substring(0, key.indexOf(' ')) + " " + String.join("", parts.values())));
        return alone;
    }

    static Part read(String hex) {
        byte[] pdu = HexFormat.of().parseHex(hex);
        int at = 1 + pdu[0];
        int first = pdu[at++];
        at++; // message reference
        int digits = pdu[at++];
        String plus = (pdu[at++] & 0x70) == 0x10 ? "+" : "";
        StringBuilder number = new StringBuilder(plus);
        for (int i = 0; i < digits; i++) {
            number.append((pdu[at + i / 2] >> (i % 2 * 4)) & 0xF);
        }
        at += (digits + 1) / 2 + 1;
        int coding = pdu[at++] & 0xFF;
        at += new int[] {0, 7, 1, 7}[(first >> 3) & 3];
        int length = pdu[at++] & 0xFF;
        byte[] data = java.util.Arrays.copyOfRange(pdu, at, pdu.length);
        int header = (first & 0x40) == 0 ? 0 : data[0] + 1;
        int reference = 0;
        int total = 1;
        int index = 1;
        for (int i = 1; i < header; i += 2 + data[i + 1]) {
            if (data[i] == 0) {
                reference = data[i + 2] & 0xFF;
                total = data[i + 3];
                index = data[i + 4];
            } else if (data[i] == 8) {
                reference = (data[i + 2] & 0xFF) << 8 | (data[i + 3] & 0xFF);
                total = data[i + 4];
                index = data[i + 5];
            }
        }
        String text = (coding & 0x0C) == 8
                ? new String(data, header, length - header, StandardCharsets.UTF_16BE)
                : septets(data, (header * 8 + 6) / 7, length);
        return new Part(number.toString(), reference, total, index, text);
    }

    private static String septets(byte[] data, int from, int to) {
        StringBuilder text = new StringBuilder();
        boolean escaped = false;
        for (int i = from; i < to; i++) {
            int bit = i * 7;
            int pair = (data[bit / 8] & 0xFF) | (bit / 8 + 1 < data.length ? (data[bit / 8 + 1] & 0xFF) << 8 : 0);
            int septet = (pair >> (bit % 8)) & 0x7F;
            if (escaped) {
                text.append(EXTENSION.get(septet));
                escaped = false;
            } else if (septet == 0x1B) {
                escaped = true;
            } else {
                text.append(GSM.charAt(septet));
            }
        }
        return text.toString();
    }

    /** A DELIVER in UCS-2 from an international number, with no service centre address in front. */
    static String deliver(String number, String text) {
        String digits = number.substring(1);
        byte[] ucs2 = text.getBytes(StandardCharsets.UTF_16BE);
        StringBuilder hex = new StringBuilder("0004");
        hex.append(String.format("%02X91", digits.length()));
        String even = digits.length() % 2 == 0 ? digits : digits + "F";
        for (int i = 0; i < even.length(); i += 2) {
            hex.append(even.charAt(i + 1)).append(even.charAt(i));
        }
        // PID, DCS, 2026-11-21 12:00:00 UTC
        hex.append("0008").append("62111221000000").append(String.format("%02X", ucs2.length));
        return hex.append(HexFormat.of().withUpperCase().formatHex(ucs2)).toString();
    }
}
