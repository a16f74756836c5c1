package io.github.camelsms.sms.routing;

import java.util.ArrayList;
import java.util.List;

/** One line of a table as its fields (RFC 4180, a field does not go on in the next line). */
final class Fields {

    private Fields() {}

    /** What separates the fields of a table that begins with this header line. */
    static char separator(String header) {
        for (char candidate : new char[] {';', '\t'}) {
            if (header.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    /**
     * The fields, without the blanks around them.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<String> of(String line, char separator) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            int begin = start;
            while (begin < line.length() && line.charAt(begin) == ' ') {
                begin++;
            }
            if (begin < line.length() && line.charAt(begin) == '"') {
                StringBuilder text = new StringBuilder();
                int end = quoted(line, begin + 1, text);
                int next = line.indexOf(separator, end);
                String rest = line.substring(end, next < 0 ? line.length() : next);
                if (!rest.isBlank()) {
                    throw new IllegalArgumentException("there is text behind a closing quote");
                }
                fields.add(text.toString().strip());
                start = next < 0 ? line.length() + 1 : next + 1;
            } else {
                int next = line.indexOf(separator, start);
                fields.add(
                        line.substring(start, next < 0 ? line.length() : next).strip());
                start = next < 0 ? line.length() + 1 : next + 1;
            }
        }
        return fields;
    }

    /** Reads up to the closing quote, and tells where the rest begins. */
    private static int quoted(String line, int start, StringBuilder text) {
        for (int i = start; i < line.length(); i++) {
            if (line.charAt(i) != '"') {
                text.append(line.charAt(i));
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                text.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("a quote is not closed in this line");
    }
}
