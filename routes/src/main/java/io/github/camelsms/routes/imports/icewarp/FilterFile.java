package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.RuleFile;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.routes.imports.icewarp.FilterActions.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file of content filters: each element with conditions and actions is one. */
final class FilterFile {

    private static final Set<String> KNOWN = Set.of("title", "active", "ruleid", "classname", "conditions", "actions");

    private final String name;
    private final Optional<Direction> direction;
    private final Target target;
    private final Report report;
    private final FilterConditions conditions;

    FilterFile(String name, Target target, Report report, FilterConditions conditions) {
        this.name = name;
        this.direction = direction(name);
        this.target = target;
        this.report = report;
        this.conditions = conditions;
    }

    /** An export does not say which way its messages go, but its name may. */
    private static Optional<Direction> direction(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (last.contains("incoming")) {
            return Optional.of(Direction.INCOMING);
        }
        return last.contains("outgoing") ? Optional.of(Direction.OUTGOING) : Optional.empty();
    }

    static boolean isFilter(XmlNode node) {
        return node.child("conditions").isPresent() && node.child("actions").isPresent();
    }

    void read(XmlNode node) {
        if (isFilter(node)) {
            filter(node);
        } else if (node.isLeaf()) {
            if (!node.text().isEmpty()) {
                report.decide(new Item(name, node.line(), "<" + node.name() + ">", ""), "it belongs to no filter");
            }
        } else {
            node.children().forEach(this::read);
        }
    }

    private void filter(XmlNode node) {
        String title = node.value("title").orElse("a filter without a title");
        Item item = report.expect(new Item(name, node.line(), "filter " + title, ""));
        RuleFile rules =
                direction.orElse(Direction.OUTGOING) == Direction.INCOMING ? target.incoming() : target.outgoing();
        try {
            if (node.value("active").isPresent() && !node.is("active")) {
                rules.keep(title, node.written());
                report.imported(item, "a rule that is not in force, because the filter is not active");
                return;
            }
            Rule rule = rule(node, title);
            if (direction.isEmpty()) {
                throw new IllegalArgumentException("the name of the file says neither incoming nor outgoing");
            }
            rules.add(rule);
            report.imported(item, "a rule in routes/rules.yaml");
        } catch (IllegalArgumentException e) {
            rules.keep(title, node.written());
            report.decide(item, Report.reason(e) + "; kept as a rule that is not in force");
        }
    }

    private Rule rule(XmlNode node, String title) {
        List<String> unknown = node.children().stream()
                .map(XmlNode::name)
                .filter(child -> !KNOWN.contains(child))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the filter has <" + Item.printable(unknown.get(0)) + ">, which is not known here");
        }
        return new Rule(
                title,
                conditions.of(node.child("conditions").orElseThrow().items()),
                FilterActions.of(node.child("actions").orElseThrow().items(), direction.orElse(Direction.OUTGOING)));
    }
}
