package io.github.camelsms.routes.imports.smstools;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What smsd is told of one modem: its own section before that of its group, and that before {@code [default]}.
 *
 * @param device name of the modem
 * @param sections the innermost first
 */
record Layers(String device, List<Section> sections) {

    static Layers of(String device, List<Section> all) {
        List<String> names = List.of(device, Devices.group(device), "default");
        return new Layers(
                device,
                names.stream()
                        .flatMap(name ->
                                all.stream().filter(section -> section.name().equalsIgnoreCase(name)))
                        .toList());
    }

    Optional<Item> find(String directive) {
        return sections.stream()
                .flatMap(section -> section.find(directive).stream())
                .findFirst();
    }

    /** All items of that name, also those that do not count because a section further in says it again. */
    Stream<Item> all(String directive) {
        return sections.stream().flatMap(section -> section.find(directive).stream());
    }

    /** What stands in an item for this modem. */
    String value(Item item) {
        return Devices.first(item.value()).replace("modemname", device);
    }

    /** For whom an item holds: this modem, or several. */
    String whose(Item item) {
        return sections.stream()
                        .filter(section ->
                                section.items().contains(item) || section.head().equals(item))
                        .anyMatch(section -> section.name().equalsIgnoreCase(device))
                ? device
                : "*";
    }

    boolean isYes(String directive, boolean otherwise) {
        return find(directive).map(this::value).map(Layers::isYes).orElse(otherwise);
    }

    static boolean isYes(String value) {
        return value.matches("(?i)yes|true|on|1|high");
    }
}
