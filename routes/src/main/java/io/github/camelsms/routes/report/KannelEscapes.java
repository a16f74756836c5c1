package io.github.camelsms.routes.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The URL of a report with the escapes of Kannel's {@code dlr-url} filled in; values are percent-encoded, once. */
final class KannelEscapes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private KannelEscapes() {}

    /** Puts values in the place of {@code %x}; an escape of a URL (two hexadecimal digits) stays as it is. */
    static String expand(String url, ReportEvent event) {
        StringBuilder expanded = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c != '%' || i + 1 == url.length()) {
                expanded.append(c);
            } else {
                i++;
                expanded.append(value(url.charAt(i), event));
            }
        }
        return expanded.toString();
    }

    private static String value(char escape, ReportEvent event) {
        return switch (escape) {
            case 'd' -> Integer.toString(event.bit());
            case 'I' -> encoded(event.id());
            case 'F' -> encoded(event.reference());
            // a report comes from the phone and goes to the sender
            case 'p' -> encoded(event.recipient());
            case 'P' -> encoded(event.sender());
            case 'q' -> encoded(plus(event.recipient()));
            case 'Q' -> encoded(plus(event.sender()));
            case 'i' -> encoded(event.gateway());
            case 'n' -> encoded(event.account());
            case 'B', 'o' -> encoded(event.billing());
            case 'A', 'a', 'b', 'r' -> encoded(event.answer());
            case 't' -> encoded(TIME.format(event.at()));
            case 'T' -> Long.toString(event.at().getEpochSecond());
            case '%' -> "%25";
            case 'k', 's', 'S', 'R', 'D', 'c', 'm', 'M', 'C', 'u', 'O', 'f', 'v', 'V' -> "";
            default -> "%25" + encoded(Character.toString(escape));
        };
    }

    private static String plus(String number) {
        return number.startsWith("00") ? "+" + number.substring(2) : number;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
