package io.github.camelsms.routes.gateway;

import java.util.regex.Pattern;

/** A text for the operator: one line, bounded, without what looks like a secret of an endpoint. */
final class OneLine {

    private static final int MAX = 600;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:pin|pass|password|passphrase|secret|token|apikey|accesskey)=)(?:RAW\\([^)]*\\)|[^&\\s,;\"'})]+)");
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]+@");

    private OneLine() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        line = SECRET.matcher(line).replaceAll("$1xxxxxx");
        line = USER_INFO.matcher(line).replaceAll("://xxxxxx@");
        return line.length() <= MAX ? line : line.substring(0, MAX) + "…";
    }
}
