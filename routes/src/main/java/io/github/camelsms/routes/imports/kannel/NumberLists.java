package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.RuleFile;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** White and black lists and their regular expressions, as rules that refuse. */
final class NumberLists {

    private final Folder folder;
    private final Target target;
    private final Report report;

    NumberLists(Folder folder, Target target, Report report) {
        this.folder = folder;
        this.target = target;
        this.report = report;
    }

    /**
     * Reads those of a group.
     *
     * @param directive which one, such as {@code white-list}
     * @param whose a condition that stands in front, such as {@code account is 'joe'}; may be empty
     * @param field what is looked for: {@code number} or {@code from}
     * @param action {@code reject} or {@code delete}
     * @return whether nothing was left to a decision
     */
    boolean read(Section section, String directive, String whose, String field, RuleFile rules, String action) {
        Optional<Item> item =
                section.find(directive).filter(found -> !found.value().isBlank());
        if (item.isEmpty()) {
            return true;
        }
        try {
            Map<String, Object> step = action.equals("reject")
                    ? Rule.action("reject", Map.of("text", "This number is not written to"))
                    : Rule.action("delete", Map.of("reason", "the sender is on a list of the import"));
            String condition = (whose.isEmpty() ? "" : whose + " and ") + field + refused(item.get());
            rules.add(
                    new Rule(item.get().file() + ":" + item.get().line() + " " + directive, condition, List.of(step)));
            report.imported(item.get(), "a rule in routes/rules.yaml");
            return true;
        } catch (IllegalArgumentException e) {
            report.decide(item.get(), Report.reason(e));
            return false;
        }
    }

    /**
     * What is said of a number that a directive does not let through, such as {@code in list pests}.
     *
     * @throws IllegalArgumentException when the list is not there
     */
    String refused(Item item) {
        boolean wanted = item.name().startsWith("white") || item.name().startsWith("allowed");
        String test = item.name().endsWith("-regex") ? "matches " + Rule.quoted(item.value()) : "in list " + list(item);
        return (wanted ? " not " : " ") + test;
    }

    private String list(Item item) {
        Path file = folder.find(item.value().replaceFirst("^file://", ""))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the list is not in the folder: fetch it into a file there, name that file and import again"));
        List<String> entries = folder.lines(file).stream()
                .map(line -> line.replaceFirst("[#;].*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return target.list(file.getFileName().toString().replaceFirst("\\.[A-Za-z]*$", ""), entries);
    }
}
