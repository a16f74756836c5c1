package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Importer;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Imports the SMS service of IceWarp: {@code smsgateway.dat}, {@code smsusers.dat}, the files {@code sms.dat} of server,
 * domains and users, and content filters that were exported.
 */
public final class IceWarpImport implements Importer {

    private static final String GATEWAYS = "(?i)(.*/)?smsgateway\\.dat";
    private static final String ACCOUNTS = "(?i)(.*/)?sms(users)?\\.dat";
    private static final String STATISTICS = "(?i)(.*/)?smsstat\\.dat";
    private static final String FILTERS = "(?i)(.*/)?[^/]*(sms|rule|filter)[^/]*\\.xml";

    private final Clock clock;

    public IceWarpImport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void read(Folder folder, Target target, Report report) throws IOException {
        List<Path> gateways = files(folder, GATEWAYS);
        List<Path> accounts = files(folder, ACCOUNTS);
        List<Path> filters = files(folder, FILTERS);
        if (gateways.isEmpty() && accounts.isEmpty() && filters.isEmpty()) {
            throw new IOException("there is no configuration of the IceWarp SMS service:"
                    + " smsgateway.dat, smsusers.dat, sms.dat or an XML file of filters");
        }
        Map<String, String> ids = new HashMap<>();
        HttpGatewayImport http = new HttpGatewayImport(folder, target.settings(), report);
        for (Path file : gateways) {
            String name = folder.name(file);
            xml(file, folder, report)
                    .ifPresent(root -> ids.putAll(new GatewayFile(name, target, report, http).read(root)));
        }
        SmsDatImport reader = new SmsDatImport(folder, target, report, ids, clock);
        accounts.forEach(reader::read);
        FilterConditions conditions = new FilterConditions(folder, target);
        for (Path file : filters) {
            String name = folder.name(file);
            xml(file, folder, report).ifPresent(root -> new FilterFile(name, target, report, conditions).read(root));
        }
        files(folder, STATISTICS).forEach(file -> statistics(file, folder, report));
    }

    /** A file that was named alone is all kinds of files: only the one that its name says. */
    private static List<Path> files(Folder folder, String regex) throws IOException {
        return folder.files(regex).stream()
                .filter(file -> folder.name(file).matches(regex))
                .toList();
    }

    private static Optional<XmlNode> xml(Path file, Folder folder, Report report) {
        try {
            String text = folder.text(file);
            return text.isBlank() ? Optional.empty() : Optional.of(XmlFile.read(text));
        } catch (XmlFile.BrokenException e) {
            report.decide(
                    new Item(folder.name(file), e.line(), "XML", ""),
                    e.getMessage() + "; nothing of the file is imported");
            return Optional.empty();
        }
    }

    private static void statistics(Path file, Folder folder, Report report) {
        int number = 0;
        for (String line : folder.lines(file)) {
            number++;
            if (!line.isBlank()) {
                report.decide(
                        new Item(folder.name(file), number, "line", ""),
                        "how statistics are written is not published: sms-gateway account reset NAME --to PARTS");
            }
        }
    }
}
