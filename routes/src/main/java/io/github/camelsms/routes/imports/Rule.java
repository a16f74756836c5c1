package io.github.camelsms.routes.imports;

import io.github.camelsms.routes.rules.condition.ConditionReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule of ours: a condition, and the steps when it holds.
 *
 * @param title stands above it as a comment
 * @param condition of the language {@code smsRule}
 * @param steps as the YAML DSL has them
 */
public record Rule(String title, String condition, List<Map<String, Object>> steps) {

    /** @throws IllegalArgumentException when the condition cannot be read, or a text in a step means more to Camel */
    public Rule {
        ConditionReader.read(condition);
        Written.plain(condition);
        steps = List.copyOf(steps);
        check(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the rule does nothing");
        }
    }

    /** A step {@code sms-rule:ACTION} with its options. */
    public static Map<String, Object> action(String name, Map<String, Object> options) {
        return Map.of("to", ordered("uri", "sms-rule:" + name, "parameters", new TreeMap<>(options)));
    }

    /** Ends the rules. */
    public static Map<String, Object> stop() {
        return Map.of("stop", Map.of());
    }

    /** A text of a condition. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Sets a header. */
    public static Map<String, Object> header(String name, String value) {
        return Map.of("setHeader", ordered("name", name, "constant", value));
    }

    private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(Rule::check);
        } else if (value instanceof List<?> list) {
            list.forEach(Rule::check);
        } else {
            Written.plain(value.toString());
        }
    }

    /** As the YAML DSL has it. */
    Map<String, Object> filter() {
        return Map.of(
                "filter", ordered("language", ordered("language", "smsRule", "expression", condition), "steps", steps));
    }
}
