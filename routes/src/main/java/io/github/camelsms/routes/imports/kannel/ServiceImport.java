package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A group {@code sms-service}: a rule for received messages that begin with a word. */
final class ServiceImport {

    private static final List<String> ACTIONS =
            List.of("text", "get-url", "post-url", "post-xml", "url", "file", "exec");

    private final Folder folder;
    private final Target target;
    private final Report report;
    private final NumberLists lists;

    ServiceImport(Folder folder, Target target, Report report, NumberLists lists) {
        this.folder = folder;
        this.target = target;
        this.report = report;
        this.lists = lists;
    }

    /** Whether it takes what no other service takes. */
    static boolean isLast(Section section) {
        return section.value("keyword").filter("default"::equals).isPresent();
    }

    void read(Section section) {
        String title = "service "
                + Item.printable(section.value("keyword")
                        .orElse("of line " + section.head().line()));
        Optional<Item> action =
                ACTIONS.stream().flatMap(name -> section.find(name).stream()).findFirst();
        try {
            if (action.isEmpty()) {
                throw new IllegalArgumentException("the service does nothing");
            }
            String condition = condition(section);
            List<Map<String, Object>> steps = new ArrayList<>(steps(section, action.get()));
            steps.add(Rule.stop());
            target.incoming().add(new Rule(title, condition, steps));
            report.imported(section.head(), "a rule in routes/rules.yaml");
        } catch (IllegalArgumentException e) {
            target.incoming().keep(title, kept(section));
            report.decide(section.head(), Report.reason(e) + "; kept as a rule that is not in force");
            section.items().stream()
                    .filter(item -> !report.isAnswered(item))
                    .forEach(item -> report.ignored(
                            item,
                            "it is kept with the rule of line " + section.head().line()));
        }
        section.items().stream()
                .filter(item -> List.of(
                                        "keyword",
                                        "aliases",
                                        "keyword-regex",
                                        "name",
                                        "accepted-smsc",
                                        "allowed-prefix",
                                        "header",
                                        "footer")
                                .contains(item.name())
                        || ACTIONS.contains(item.name()))
                .filter(item -> !report.isAnswered(item))
                .forEach(item -> report.imported(
                        item, "part of the rule of line " + section.head().line()));
    }

    private String condition(Section section) {
        List<String> tests = new ArrayList<>();
        section.value("keyword-regex")
                .ifPresent(regex -> tests.add("body matches " + Rule.quoted("(?i)^(" + regex + ")")));
        if (tests.isEmpty() && !isLast(section)) {
            String words = Stream.concat(section.value("keyword").stream(), section.value("aliases").stream())
                    .flatMap(value -> Arrays.stream(value.split(";", -1)))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0"))
                    .collect(Collectors.joining("|"));
            if (words.isEmpty()) {
                throw new IllegalArgumentException("the service has no keyword");
            }
            tests.add("body matches " + Rule.quoted("(?i)^\\s*(" + words + ")(\\s|$)"));
        }
        section.value("accepted-smsc").ifPresent(ids -> tests.add("gateway is " + values(ids)));
        section.value("allowed-prefix").ifPresent(prefixes -> tests.add("from starts with " + values(prefixes)));
        section.value("denied-prefix").ifPresent(prefixes -> {
            tests.add("not from starts with " + values(prefixes));
            report.imported(section.find("denied-prefix").orElseThrow(), "part of its rule");
        });
        lists(section, tests);
        return tests.isEmpty() ? "all" : String.join(" and ", tests);
    }

    private void lists(Section section, List<String> tests) {
        for (String directive : List.of(
                "white-list",
                "black-list",
                "white-list-regex",
                "black-list-regex",
                "allowed-prefix-regex",
                "denied-prefix-regex")) {
            section.find(directive).filter(item -> !item.value().isBlank()).ifPresent(item -> {
                tests.add("not (from" + lists.refused(item) + ")");
                report.imported(
                        item, "part of the rule of line " + section.head().line());
            });
        }
    }

    private static String values(String list) {
        return Arrays.stream(list.split(";", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Rule::quoted)
                .collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> steps(Section section, Item action) {
        boolean answered = section.value("max-messages").filter("0"::equals).isEmpty();
        section.find("max-messages").ifPresent(item -> report.imported(item, "whether it is answered"));
        return switch (action.name()) {
            case "text" -> answered ? List.of(respond(section, action.value())) : List.of();
            case "file" -> {
                String text = folder.find(action.value())
                        .map(folder::text)
                        .map(String::strip)
                        .orElseThrow(() -> new IllegalArgumentException("the file of the answer is not in the folder"));
                yield List.of(respond(section, text));
            }
            case "get-url", "url" -> {
                Map<String, Object> call =
                        Rule.action("call", Map.of("url", Escapes.received(action.value()), "optional", "true"));
                if (answered) {
                    report.decide(
                            action,
                            "the rule calls the URL; what it answers is not sent to the phone: have the program send it");
                }
                yield List.of(call);
            }
            case "exec" ->
                throw new IllegalArgumentException(
                        "programs run only when sms.exec.programs names them, without a shell (docs/rules.md)");
            default ->
                throw new IllegalArgumentException(
                        "rules call by GET only: let sms.webhook.incoming tell the program (docs/http-api.md)");
        };
    }

    private static Map<String, Object> respond(Section section, String text) {
        String whole = section.value("header").orElse("")
                + text
                + section.value("footer").orElse("");
        if (whole.isBlank()) {
            throw new IllegalArgumentException("the answer is empty");
        }
        return Rule.action("respond", Map.of("text", whole));
    }

    private static String kept(Section section) {
        return section.items().stream()
                .map(item -> item.name() + " = " + item.value())
                .collect(Collectors.joining("\n"));
    }
}
