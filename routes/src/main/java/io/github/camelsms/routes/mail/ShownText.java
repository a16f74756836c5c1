package io.github.camelsms.routes.mail;

import io.github.camelsms.sms.store.Body;
import java.util.HexFormat;

/** What a short message says, in lines that a mail program shows. */
final class ShownText {

    private static final int OCTETS_A_LINE = 16;
    private static final int HEX_WIDTH = OCTETS_A_LINE * 3;

    private ShownText() {}

    /** Lines as mail has them; a control character becomes its picture (U+2400 and following). */
    static String text(String text) {
        StringBuilder lines = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n') {
                lines.append("\r\n");
            } else {
                lines.appendCodePoint(c < 0x20 && c != '\t' ? 0x2400 + c : c);
            }
        });
        return lines.append("\r\n").toString();
    }

    /** Either of them. */
    static String body(Body body) {
        return body instanceof Body.Data data ? octets(data.toArray()) : text(((Body.Text) body).value());
    }

    /** Octets in hexadecimal, and beside them what can be read of them. */
    private static String octets(byte[] octets) {
        StringBuilder lines =
                new StringBuilder("A binary message of " + octets.length + " octets, in hexadecimal:\r\n\r\n");
        HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int i = 0; i < octets.length; i += OCTETS_A_LINE) {
            int end = Math.min(octets.length, i + OCTETS_A_LINE);
            String digits = hex.formatHex(octets, i, end);
            lines.append(digits).append(" ".repeat(HEX_WIDTH - digits.length() + 1));
            for (int at = i; at < end; at++) {
                lines.append(octets[at] > 0x20 && octets[at] < 0x7F ? (char) octets[at] : '.');
            }
            lines.append("\r\n");
        }
        return lines.toString();
    }
}
