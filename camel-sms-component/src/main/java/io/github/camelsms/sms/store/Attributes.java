package io.github.camelsms.sms.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What travels with a message through the store without meaning anything to it, such as TP-PID or a report URL: names
 * and values, kept in one column as {@code name=value&…}, percent-encoded.
 */
public record Attributes(Map<String, String> values) {

    /** No attributes. */
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        SortedMap<String, String> sorted = new TreeMap<>(values);
        values = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /** Reads what {@link #encoded()} wrote. */
    public static Attributes decode(String encoded) {
        if (encoded.isEmpty()) {
            return NONE;
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Attributes are written name=value&name=value");
            }
            values.put(decodePart(pair.substring(0, equals)), decodePart(pair.substring(equals + 1)));
        }
        return new Attributes(values);
    }

    /** As the store keeps them. */
    public String encoded() {
        return values.entrySet().stream()
                .map(entry -> encodePart(entry.getKey()) + "=" + encodePart(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encodePart(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decodePart(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
