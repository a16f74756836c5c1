package io.github.camelsms.routes.rules.condition;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which text of a message is looked at. */
final class Field {

    static final Field ANY_HEADER = new Field("");

    /** The fields that have a name of their own; each other one is a header by its full name. */
    private static final Set<String> NAMES =
            Set.of("to", "number", "from", "body", "gateway", "account", "reply", "encoding", "udh", "id", "links");

    private final String name;

    private Field(String name) {
        this.name = name;
    }

    static Field named(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no field " + word + "; there are "
                    + String.join(", ", NAMES.stream().sorted().toList())
                    + ", size, parts, priority, header NAME, any header");
        }
        return new Field(name);
    }

    static Field header(String name) {
        return new Field("header " + name);
    }

    String name() {
        return name;
    }

    List<String> texts(Facts facts) {
        return this.equals(ANY_HEADER)
                ? facts.headers()
                : facts.text(name).map(List::of).orElse(List.of());
    }
}
