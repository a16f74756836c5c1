package io.github.camelsms.routes.imports.kannel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kannel's escape codes in URLs, as the variables of ours. */
final class Escapes {

    private static final Pattern CODE = Pattern.compile("%(.)");

    private static final Map<String, String> RECEIVED = Map.of(
            "p",
            "%from%",
            "q",
            "%from%",
            "a",
            "%data%",
            "b",
            "%data%",
            "i",
            "%gateway%",
            "I",
            "%id%",
            "P",
            "%to%",
            "Q",
            "%to%",
            "C",
            "UTF-8",
            "%",
            "%25");

    private static final Map<String, String> SENT = Map.of(
            "p",
            "%sender%",
            "q",
            "%sender%",
            "P",
            "%number%",
            "Q",
            "%number%",
            "a",
            "%data%",
            "b",
            "%data%",
            "I",
            "%msgid%",
            "u",
            "%udh;hex%",
            "C",
            "UTF-8",
            "%",
            "%25");

    private Escapes() {}

    /**
     * A URL that is told a received message.
     *
     * @throws IllegalArgumentException when it has a code for which there is no variable
     */
    static String received(String url) {
        return replaced(url, RECEIVED);
    }

    /** A URL that a message is sent to. */
    static String sent(String url) {
        return replaced(url, SENT);
    }

    private static String replaced(String url, Map<String, String> variables) {
        Matcher matcher = CODE.matcher(url);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String code = matcher.group(1);
            boolean octet =
                    url.substring(matcher.start()).matches("(?s)%[0-9A-Fa-f]{2}.*") && !variables.containsKey(code);
            if (!octet && !variables.containsKey(code)) {
                throw new IllegalArgumentException("there is no variable for %" + code + " of its URL");
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(octet ? "%" + code : variables.get(code)));
        }
        return matcher.appendTail(text).toString();
    }
}
