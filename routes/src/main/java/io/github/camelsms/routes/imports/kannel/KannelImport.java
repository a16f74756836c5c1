package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Importer;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.KnownDirectives;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Imports the configuration of Kannel 1.4 and 1.5: {@code kannel.conf} and what it includes. */
public final class KannelImport implements Importer {

    private static final KnownDirectives KNOWN = KnownDirectives.of("Kannel", "kannel.txt");
    private static final Pattern CONFIGURATION = Pattern.compile("(?m)^\\s*(group|include)\\s*=");

    @Override
    public void read(Folder folder, Target target, Report report) throws IOException {
        List<Section> sections = sections(folder, report);
        NumberLists lists = new NumberLists(folder, target, report);
        CoreImport core = new CoreImport(target, report, lists);
        Section none = new Section("core", new Item("", 0, "group", "core"), List.of());
        NumberForm form = core.form(of("core", sections).stream().findFirst().orElse(none));
        of("core", sections).forEach(core::core);
        of("smsbox", sections).forEach(core::smsbox);
        Smscs smscs = new Smscs();
        SmscImport connections = new SmscImport(target, report, smscs);
        of("smsc", sections).forEach(connections::read);
        new SmscPrefixes(form, target.prices(), report).read(smscs);
        UserImport users = new UserImport(target, report, smscs, form, lists);
        of("sendsms-user", sections).forEach(users::read);
        ServiceImport services = new ServiceImport(folder, target, report, lists);
        of("sms-service", sections).stream()
                .sorted(Comparator.comparing(ServiceImport::isLast))
                .forEach(services::read);
        answerRest(sections, report);
    }

    private static List<Section> sections(Folder folder, Report report) throws IOException {
        KannelConfReader reader = new KannelConfReader(folder, report);
        List<Section> sections = new ArrayList<>();
        for (Path file : files(folder)) {
            if (!reader.hasRead(file)) {
                sections.addAll(reader.read(file));
            }
        }
        if (sections.isEmpty()) {
            throw new IOException("there is no configuration of Kannel: a file .conf with 'group = core'");
        }
        return sections;
    }

    /** Those that Kannel is started with by custom, or else all that look like it: a folder may hold old copies. */
    private static List<Path> files(Folder folder) throws IOException {
        List<Path> files = folder.files("([^/]+/)?[^/]+\\.conf").stream()
                .filter(file -> CONFIGURATION.matcher(folder.peek(file)).find())
                .toList();
        List<Path> main = files.stream()
                .filter(file -> folder.name(file).matches("(smskannel|kannel|bearerbox|smsbox)\\.conf"))
                .toList();
        return main.isEmpty() ? files : main;
    }

    private static List<Section> of(String name, List<Section> sections) {
        return sections.stream().filter(section -> section.name().equals(name)).toList();
    }

    private static void answerRest(List<Section> sections, Report report) {
        for (Section section : sections) {
            KNOWN.answerRest(section, report);
            if (!report.isAnswered(section.head())) {
                KNOWN.answerHead(section, report);
            }
        }
    }
}
