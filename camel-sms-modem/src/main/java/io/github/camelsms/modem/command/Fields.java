package io.github.camelsms.modem.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of an information line, behind its colon: separated by commas, strings in quotes, compound values in
 * parentheses (V.250, 5.4.2). Modems leave blanks out or put some in; neither matters.
 */
record Fields(List<String> values) {

    Fields {
        values = List.copyOf(values);
    }

    /** Reads the first line of {@code entry}, from behind the first colon. */
    static Fields of(String entry) {
        String line = entry.lines().findFirst().orElse("");
        String text = line.substring(line.indexOf(':') + 1).strip();
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            depth += quoted ? 0 : parenthesis(c);
            if (c == ',' && !quoted && depth <= 0) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return new Fields(values);
    }

    private static int parenthesis(char c) {
        return switch (c) {
            case '(' -> 1;
            case ')' -> -1;
            default -> 0;
        };
    }

    int count() {
        return values.size();
    }

    /** The field as text without its quotes; empty when it is not there. */
    Optional<String> text(int index) {
        return index >= values.size() ? Optional.empty() : Optional.of(unquoted(values.get(index)));
    }

    OptionalInt number(int index) {
        Optional<String> text = text(index).filter(t -> t.matches("\\d{1,9}"));
        return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** The strings of a compound value such as {@code ("SM","ME")}; a lone string is a list of one. */
    static List<String> strings(String compound) {
        String inner = inner(compound);
        return inner.isEmpty()
                ? List.of()
                : Fields.of(":" + inner).values().stream().map(Fields::unquoted).toList();
    }

    private static String inner(String compound) {
        return compound.startsWith("(") && compound.endsWith(")")
                ? compound.substring(1, compound.length() - 1).strip()
                : compound;
    }

    /** Whether a compound value such as {@code (0-2)} or {@code (0,2,3)} offers a number. */
    static boolean offers(String compound, int number) {
        return Fields.of(":" + inner(compound)).values().stream().anyMatch(item -> {
            String[] ends = item.split("-", 2);
            try {
                int from = Integer.parseInt(ends[0].strip());
                return from <= number && number <= (ends.length > 1 ? Integer.parseInt(ends[1].strip()) : from);
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }
}
