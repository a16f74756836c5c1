package io.github.camelsms.routes.imports.smstools;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files {@code blacklist} and {@code whitelist}: a beginning of numbers a line. */
final class NumberFiles {

    private final Folder folder;
    private final Target target;
    private final Report report;

    NumberFiles(Folder folder, Target target, Report report) {
        this.folder = folder;
        this.target = target;
        this.report = report;
    }

    /**
     * Reads a file and has a rule refuse by it.
     *
     * @param test {@code in} refuses what is on the list, {@code not in} what is not
     */
    void read(Item item, String test) {
        Optional<Path> file = folder.find(Devices.first(item.value()));
        if (file.isEmpty()) {
            report.decide(item, "the file is not in the folder: copy it there and import again");
            return;
        }
        List<String> entries = entries(file.get());
        report.attempt(item, "a list, and a rule in routes/rules.yaml", () -> {
            String list = target.list(item.name(), entries);
            target.outgoing()
                    .add(new Rule(
                            item.name(),
                            "number " + test + " list " + list,
                            List.of(Rule.action("reject", Map.of("text", "This number is not written to")))));
        });
    }

    private List<String> entries(Path file) {
        List<String> entries = new ArrayList<>();
        int number = 0;
        for (String line : folder.lines(file)) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            if (entry.isEmpty()) {
                continue;
            }
            Item item = report.expect(new Item(folder.name(file), number, "number", entry));
            if (entry.matches("\\+?[0-9]{1,15}")) {
                entries.add(entry + "*");
                report.imported(item, "an entry of the list");
            } else if (entry.matches("(?i)s[0-9]{3,15}")) {
                entries.add(entry.substring(1));
                report.imported(item, "an entry of the list, for this short number alone");
            } else if (entry.startsWith("[")) {
                report.decide(item, "a list chooses no queue: write price lines for the numbers below");
            } else {
                report.decide(item, "it is no beginning of international numbers, nor s and a short number");
            }
        }
        return entries;
    }
}
