package io.github.camelsms.sms.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a URL as a server is going to read them, to show what a template has made: a percent sign that
 * begins no code stands for itself, octets that are not UTF-8 are shown as U+FFFD.
 */
public final class QueryPairs {

    private QueryPairs() {}

    /** Names and values, in order. */
    public static List<List<String>> of(String url) {
        int fragment = url.indexOf('#');
        String bare = fragment < 0 ? url : url.substring(0, fragment);
        int question = bare.indexOf('?');
        List<List<String>> pairs = new ArrayList<>();
        if (question < 0) {
            return pairs;
        }
        for (String pair : bare.substring(question + 1).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                pairs.add(List.of(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decode(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] == '%' && i + 2 < octets.length
                    ? Character.digit(octets[i + 1], 16) << 4 | Character.digit(octets[i + 2], 16)
                    : -1;
            if (code >= 0) {
                out.write(code);
                i += 2;
            } else {
                out.write(octets[i] == '+' ? ' ' : octets[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
