package io.github.camelsms.routes.imports.gammu;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Importer;
import io.github.camelsms.routes.imports.IniFile;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.KnownDirectives;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Imports the configuration of gammu-smsd 1.4x: one modem for each file. */
public final class GammuImport implements Importer {

    private static final Pattern CONFIGURATION = Pattern.compile("(?mi)^\\s*\\[(smsd|gammu)]");
    private static final KnownDirectives KNOWN = KnownDirectives.of("gammu-smsd", "gammu.txt");

    @Override
    public void read(Folder folder, Target target, Report report) throws IOException {
        boolean found = false;
        for (Path file : folder.files("[^/]*(smsdrc|smsd|gammu)[^/]*")) {
            if (CONFIGURATION.matcher(folder.peek(file)).find()) {
                read(IniFile.read(file, folder, report), folder, target, report);
                found = true;
            }
        }
        if (!found) {
            throw new IOException("there is no configuration of gammu-smsd: a file gammu-smsdrc with [smsd]");
        }
    }

    private static void read(List<Section> sections, Folder folder, Target target, Report report) {
        Section gammu = section("gammu", sections);
        Section smsd = section("smsd", sections);
        List.of(gammu, smsd).forEach(section -> section.dropRepeated(report));
        if (!smsd.items().isEmpty() || !gammu.items().isEmpty()) {
            new GammuModem(gammu, smsd, target, report).read();
        }
        new NumberFilter(sections, folder, target, report).read(smsd);
        hooks(smsd, target, report);
        for (Section section : sections) {
            KNOWN.answerRest(section, report);
            if (!section.name().isEmpty() && !report.isAnswered(section.head())) {
                KNOWN.answerHead(section, report);
            }
        }
    }

    static Section section(String name, List<Section> sections) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Section(name, new Item("", 0, name, name), List.of()));
    }

    private static void hooks(Section smsd, Target target, Report report) {
        Optional<Item> received = smsd.find("runonreceive");
        received.filter(item -> !item.value().isBlank()).ifPresent(item -> {
            target.incoming().keepProgram("RunOnReceive", item.value());
            report.decide(
                    item,
                    "kept as a rule that is not in force: a program gets the message in another way (docs/rules.md)");
        });
    }
}
