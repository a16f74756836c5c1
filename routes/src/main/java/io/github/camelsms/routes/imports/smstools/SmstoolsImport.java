package io.github.camelsms.routes.imports.smstools;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Imports the configuration of the SMS Server Tools 3 (smsd 3.1). */
public final class SmstoolsImport implements Importer {

    private static final Pattern CONFIGURATION = Pattern.compile("(?m)^\\s*devices\\s*=");
    private static final KnownDirectives KNOWN = KnownDirectives.of("smsd", "smstools.txt");

    @Override
    public void read(Folder folder, Target target, Report report) throws IOException {
        boolean found = false;
        for (Path file : folder.files("[^/]*\\.conf[^/]*")) {
            if (CONFIGURATION.matcher(folder.peek(file)).find()) {
                read(IniFile.read(file, folder, report), folder, target, report);
                found = true;
            }
        }
        if (!found) {
            throw new IOException("there is no configuration of smstools: a file smsd.conf with 'devices ='");
        }
    }

    private static void read(List<Section> sections, Folder folder, Target target, Report report) {
        Section global = sections.get(0);
        sections.forEach(section -> section.dropRepeated(report));
        Queues queues = new Queues(sections, target.prices(), report);
        for (Layers layers : modems(global, sections, report)) {
            new SmstoolsModem(layers, global, target, report)
                    .read()
                    .ifPresent(gateway -> queues.serve(layers, gateway));
        }
        queues.read();
        NumberFiles files = new NumberFiles(folder, target, report);
        global.find("blacklist").ifPresent(item -> files.read(item, "in"));
        global.find("whitelist").ifPresent(item -> files.read(item, "not in"));
        global.find("admin_to")
                .ifPresent(item -> report.attempt(item, "the setting sms.alarm.number", () -> {
                    if (!item.value().matches("\\+?[0-9]{3,15}")) {
                        throw new IllegalArgumentException("it is no number");
                    }
                    target.settings().set("sms.alarm.number", "+" + item.value().replace("+", ""));
                }));
        hooks(sections, target, report);
        answerRest(sections, report);
    }

    private static List<Layers> modems(Section global, List<Section> sections, Report report) {
        List<Layers> modems = new ArrayList<>();
        global.find("devices")
                .ifPresent(item -> report.attempt(item, "the gateways", () -> Devices.parse(item.value())
                        .forEach(device -> modems.add(Layers.of(device, sections)))));
        return modems;
    }

    private static void hooks(List<Section> sections, Target target, Report report) {
        for (Section section : sections) {
            section.find("eventhandler").filter(item -> !item.value().isBlank()).ifPresent(item -> {
                target.incoming().keepProgram(item.name() + " of line " + item.line(), item.value());
                report.decide(
                        item,
                        "kept as a rule that is not in force: a program gets the message in another way, and what became"
                                + " of one is told by webhooks (docs/rules.md, docs/http-api.md)");
            });
        }
    }

    private static void answerRest(List<Section> sections, Report report) {
        for (Section section : sections) {
            String known = section.name().matches("|queues|providers?|communicate") ? section.name() : "modem";
            if (!section.name().isEmpty() && !report.isAnswered(section.head())) {
                head(section, known, report);
            }
            KNOWN.answerRest(known.isEmpty() ? "global" : known, section.items(), report);
        }
    }

    private static void head(Section section, String known, Report report) {
        if (known.equals("modem") && !section.name().equals("default")) {
            String why = "devices does not name it";
            report.ignored(section.head(), why);
            for (Item item : section.items()) {
                if (!report.isAnswered(item)) {
                    report.ignored(item, why);
                }
            }
        } else {
            report.imported(section.head(), "what its lines say");
        }
    }
}
