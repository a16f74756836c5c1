package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.RuleFile;
import io.github.camelsms.routes.imports.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What Kannel refuses to a user, or changes in what he sends, as rules for his account. */
final class UserRules {

    private static final String MADE = "a rule in routes/rules.yaml";

    private final Section section;
    private final String whose;
    private final RuleFile rules;
    private final NumberLists lists;
    private final Report report;

    UserRules(Section section, String name, RuleFile rules, NumberLists lists, Report report) {
        this.section = section;
        this.whose = "account is exactly " + Rule.quoted(name);
        this.rules = rules;
        this.lists = lists;
        this.report = report;
    }

    /** Lists of numbers; tells whether nothing was left to a decision. */
    boolean limit() {
        boolean all = true;
        for (String directive : List.of(
                "white-list",
                "black-list",
                "white-list-regex",
                "black-list-regex",
                "allowed-prefix-regex",
                "denied-prefix-regex")) {
            all &= lists.read(section, directive, whose, "number", rules, "reject");
        }
        return all;
    }

    void change() {
        section.find("faked-sender")
                .filter(item -> !item.value().isBlank())
                .ifPresent(item -> report.attempt(
                        item,
                        MADE,
                        () -> add(item, Rule.action("edit", Map.of("header", "from", "value", item.value())))));
        section.find("max-messages")
                .ifPresent(item ->
                        number(item, "[1-9][0-9]?", value -> add(item, Rule.header("CamelSmsMaxParts", value))));
        section.find("forced-priority")
                .ifPresent(item -> number(item, "[0-3]", value -> add(item, Rule.header("CamelSmsPriority", value))));
        section.find("header").ifPresent(item -> text(item, item.value() + "%data%"));
        section.find("footer").ifPresent(item -> text(item, "%data%" + item.value()));
    }

    private void number(Item item, String regex, Consumer<String> step) {
        report.attempt(item, MADE, () -> {
            if (!item.value().strip().matches(regex)) {
                throw new IllegalArgumentException("the number is not one that can be set here");
            }
            step.accept(item.value().strip());
        });
    }

    private void text(Item item, String value) {
        if (item.value().isEmpty()) {
            report.ignored(item, "it says nothing");
            return;
        }
        report.attempt(item, MADE, () -> add(item, Rule.action("edit", Map.of("header", "body", "value", value))));
    }

    /** Adds a rule for the account. */
    void add(Item item, Map<String, Object> step) {
        rules.add(new Rule(item.file() + ":" + item.line() + " " + item.name(), whose, List.of(step)));
    }
}
