package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads groups of {@code name = value}: each begins with {@code group = NAME} and ends at the next one. Values may stand
 * in quotation marks, with {@code \"} for one of them; {@code include} has another file or folder read in its place.
 */
final class KannelConfReader {

    private final Folder folder;
    private final Report report;
    private final Set<Path> read = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private Optional<Item> head = Optional.empty();

    KannelConfReader(Folder folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    /** The groups of a file and of those that it includes; of a file that was read already there are none. */
    List<Section> read(Path file) {
        sections.clear();
        lines(file);
        end();
        return List.copyOf(sections);
    }

    boolean hasRead(Path file) {
        return read.contains(file);
    }

    private void lines(Path file) {
        if (!read.add(file)) {
            return;
        }
        int number = 0;
        for (String written : folder.lines(file)) {
            number++;
            String line = written.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 1 ? "" : line.substring(0, equals).strip();
            if (!name.matches("[A-Za-z0-9_-]+")) {
                Item item = report.expect(new Item(folder.name(file), number, "line", line));
                report.decide(item, "it is not name = value");
                continue;
            }
            Item item = report.expect(new Item(
                    folder.name(file),
                    number,
                    name,
                    unquoted(line.substring(equals + 1).strip())));
            if (name.equals("include")) {
                include(item);
            } else if (name.equals("group")) {
                end();
                head = Optional.of(item);
            } else if (head.isEmpty()) {
                report.decide(item, "it stands before the first group");
            } else {
                items.add(item);
            }
        }
    }

    private void end() {
        head.ifPresent(item -> {
            Section section = new Section(item.value(), item, items);
            section.dropRepeated(report);
            sections.add(section);
        });
        head = Optional.empty();
        items = new ArrayList<>();
    }

    private void include(Item item) {
        Optional<Path> included = folder.find(item.value());
        if (included.isEmpty()) {
            report.decide(item, "the file is not in the folder: copy it there and import again");
            return;
        }
        try (Stream<Path> files =
                Files.isDirectory(included.get()) ? Files.list(included.get()) : Stream.of(included.get())) {
            report.imported(item, "what stands in there");
            files.filter(Files::isRegularFile).sorted().forEach(this::lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }
}
