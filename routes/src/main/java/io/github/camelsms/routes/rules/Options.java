package io.github.camelsms.routes.rules;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.util.TimeUtils;

/** The options of an action, taken out one by one, so that what is left over is an error. */
final class Options {

    private final String action;
    private final Map<String, Object> values;

    Options(String action, Map<String, Object> values) {
        this.action = action;
        this.values = values;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.remove(name)).map(Object::toString);
    }

    String text(String name, String standard) {
        return text(name).orElse(standard);
    }

    String required(String name) {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("sms-rule:" + action + " needs " + name));
    }

    List<String> list(String name, String standard) {
        return Arrays.stream(text(name, standard).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Duration duration(String name, String standard) {
        String written = text(name, standard);
        try {
            return TimeUtils.toDuration(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is a duration such as 10s or 5m, not " + written, e);
        }
    }

    boolean flag(String name) {
        String written = text(name, "false");
        if (!written.equals("true") && !written.equals("false")) {
            throw new IllegalArgumentException(name + " is true or false, not " + written);
        }
        return written.equals("true");
    }
}
