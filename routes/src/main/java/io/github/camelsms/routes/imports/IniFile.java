package io.github.camelsms.routes.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code [section]} and {@code name = value}; {@code #} and {@code ;} begin a line of comment. */
public final class IniFile {

    private IniFile() {}

    /** The sections in their order; the first one has no name and holds what stands before all others. */
    public static List<Section> read(Path file, Folder folder, Report report) {
        String name = folder.name(file);
        List<Section> sections = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        Item head = new Item(name, 1, "", "");
        int number = 0;
        for (String written : folder.lines(file)) {
            number++;
            String line = written.strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                sections.add(new Section(head.value(), head, items));
                items = new ArrayList<>();
                String section = line.substring(1, line.length() - 1).strip();
                head = report.expect(new Item(name, number, "[" + section + "]", section));
            } else if (equals < 1) {
                Item item = report.expect(new Item(name, number, "line", line));
                report.decide(item, "it is neither [section] nor name = value");
            } else {
                Item item = new Item(
                        name,
                        number,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
                items.add(report.expect(item));
            }
        }
        sections.add(new Section(head.value(), head, items));
        return sections;
    }
}
