package io.github.camelsms.routes.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A group of directives. Of a directive that stands there twice, the last one counts.
 *
 * @param name in small letters; empty for what stands before the first group
 * @param head the line that begins it
 * @param items its directives
 */
public record Section(String name, Item head, List<Item> items) {

    public Section {
        name = name.toLowerCase(Locale.ROOT);
        items = List.copyOf(items);
    }

    /** The directive of that name. */
    public Optional<Item> find(String directive) {
        return items.stream()
                .filter(item -> item.name().equalsIgnoreCase(directive))
                .reduce((first, last) -> last);
    }

    /** Its value, unless it is empty. */
    public Optional<String> value(String directive) {
        return find(directive).map(Item::value).filter(value -> !value.isBlank());
    }

    /** Answers the directives that a later line says again. */
    public void dropRepeated(Report report) {
        Map<String, Item> last = new HashMap<>();
        for (Item item : items) {
            Item before = last.put(item.name().toLowerCase(Locale.ROOT), item);
            if (before != null) {
                report.ignored(before, "line " + item.line() + " says it again");
            }
        }
    }
}
