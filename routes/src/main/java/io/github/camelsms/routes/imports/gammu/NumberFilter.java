package io.github.camelsms.routes.imports.gammu;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose messages are taken: {@code [include_numbers]}, {@code [exclude_numbers]} and the files. Where any number is
 * included, exclusions say nothing.
 */
final class NumberFilter {

    private static final String RULE = "an entry of a list that a rule in routes/rules.yaml asks for";

    private final List<Section> sections;
    private final Folder folder;
    private final Target target;
    private final Report report;

    NumberFilter(List<Section> sections, Folder folder, Target target, Report report) {
        this.sections = sections;
        this.folder = folder;
        this.target = target;
        this.report = report;
    }

    void read(Section smsd) {
        List<String> included = numbers("include_numbers", smsd.find("includenumbersfile"), RULE);
        String why = included.isEmpty() ? RULE : "an entry of a list that no rule asks for, because some are included";
        List<String> excluded = numbers("exclude_numbers", smsd.find("excludenumbersfile"), why);
        if (!included.isEmpty()) {
            add("include", included, "not from in list ");
        } else if (!excluded.isEmpty()) {
            add("exclude", excluded, "from in list ");
        }
        if (!included.isEmpty() && !excluded.isEmpty()) {
            target.list("gammu-exclude", excluded);
        }
    }

    private void add(String name, List<String> numbers, String condition) {
        String list = target.list("gammu-" + name, numbers);
        target.incoming()
                .add(new Rule(
                        "[" + name + "_numbers]",
                        condition + list,
                        List.of(Rule.action("delete", Map.of("reason", "the sender is not one that is listened to")))));
    }

    private List<String> numbers(String section, Optional<Item> file, String as) {
        List<String> numbers = new ArrayList<>();
        for (Item item : GammuImport.section(section, sections).items()) {
            report.attempt(item, as, () -> numbers.add(number(item.value())));
        }
        file.filter(item -> !item.value().isBlank())
                .ifPresent(item -> report.attempt(item, as, () -> {
                    Path found = folder.find(item.value())
                            .orElseThrow(
                                    () -> new IllegalArgumentException("the file is not in the folder: copy it there"));
                    String name = folder.name(found);
                    int number = 0;
                    for (String line : folder.lines(found)) {
                        number++;
                        if (!line.isBlank()) {
                            Item entry = report.expect(new Item(name, number, "number", line));
                            report.attempt(entry, as, () -> numbers.add(number(line)));
                        }
                    }
                }));
        return numbers;
    }

    private static String number(String written) {
        String number = written.strip();
        if (!number.matches("\\+?[0-9][0-9 ()./-]{0,30}|[A-Za-z0-9 _.-]{1,11}")) {
            throw new IllegalArgumentException("it is neither a number nor the name of a sender");
        }
        return number;
    }
}
