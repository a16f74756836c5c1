package io.github.camelsms.routes.imports.icewarp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An element.
 *
 * @param name in small letters, without a namespace
 * @param text of the element itself, without blanks around it
 */
record XmlNode(String name, int line, String text, List<XmlNode> children) {

    XmlNode {
        name = name.toLowerCase(Locale.ROOT);
        children = List.copyOf(children);
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    Optional<XmlNode> child(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).findFirst();
    }

    /** The text of the first child of one of these names that has any. */
    Optional<String> value(String... names) {
        return List.of(names).stream()
                .flatMap(wanted -> child(wanted).stream())
                .map(XmlNode::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Whether a child says 1. */
    boolean is(String wanted) {
        return value(wanted).filter(text -> text.matches("(?i)1|true|yes")).isPresent();
    }

    /** The children that hold a list, or are one themselves. */
    List<XmlNode> items() {
        return children.stream().filter(child -> !child.isLeaf()).toList();
    }

    /** The element as it could have stood there, for a person. */
    String written() {
        String inside =
                isLeaf() ? text : children.stream().map(XmlNode::written).collect(Collectors.joining("\n", "\n", "\n"));
        return "<" + name + ">" + inside + "</" + name + ">";
    }
}
