package io.github.camelsms.routes.command;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.ImportWriter;
import io.github.camelsms.routes.imports.Importer;
import io.github.camelsms.routes.imports.Outcome;
import io.github.camelsms.routes.imports.Outcome.Result;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.routes.imports.gammu.GammuImport;
import io.github.camelsms.routes.imports.icewarp.IceWarpImport;
import io.github.camelsms.routes.imports.kannel.KannelImport;
import io.github.camelsms.routes.imports.smstools.SmstoolsImport;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway import}: exit code 1 when something needs a decision, or nothing could be written. */
@Command(
        name = "import",
        description = "Import the configuration of another gateway; says of each line what became of it.")
public final class ImportCommand implements Callable<Integer> {

    /** Whose configuration it is. */
    enum Format {
        icewarp,
        kannel,
        gammu,
        smstools;

        Importer importer() {
            return switch (this) {
                case icewarp -> new IceWarpImport(Clock.systemUTC());
                case kannel -> new KannelImport();
                case gammu -> new GammuImport();
                case smstools -> new SmstoolsImport();
            };
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "icewarp, kannel, gammu or smstools.")
    private Format format;

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder of the configuration, or one file of it.")
    private Path from;

    @Option(names = "--into", paramLabel = "DIR", description = "Where to write; the current folder otherwise.")
    private Path into = Path.of("");

    @Option(names = "--dry-run", description = "Only report; nothing is written.")
    private boolean dryRun;

    @Option(names = "--json", description = "Report in lines of JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(from)) {
            throw new ParameterException(spec.commandLine(), "there is no " + from);
        }
        Report report = new Report();
        Target target = new Target();
        Folder folder = new Folder(from, report);
        format.importer().read(folder, target, report);
        folder.reportUnread();
        List<String> refused = dryRun ? List.of() : write(target);
        PrintWriter out = spec.commandLine().getOut();
        report.outcomes()
                .forEach(outcome -> out.println(json ? MessageView.json(fields(outcome)) : outcome.toString()));
        Map<String, Object> end = end(report, target, refused);
        out.println(json ? MessageView.json(end) : text(end));
        if (!refused.isEmpty()) {
            throw new IOException("nothing is written, because these are there already: " + String.join(", ", refused));
        }
        return report.count(Result.DECISION) == 0 ? 0 : 1;
    }

    /** Writes it all, or names what is in the way. */
    private List<String> write(Target target) throws Exception {
        Settings settings = options.settingsIn(into);
        ImportWriter writer = new ImportWriter(into, settings.policy().zone());
        List<String> present = new ArrayList<>(writer.present(target));
        if (!present.isEmpty()) {
            return present;
        }
        if (target.accounts().isEmpty()) {
            writer.writeFiles(target);
            return List.of();
        }
        try (StoreAccess store = StoreAccess.openOrCreate(settings)) {
            AccountStore accounts = store.operations().accounts();
            present.addAll(writer.present(target, accounts));
            if (present.isEmpty()) {
                writer.write(target, accounts);
            }
        }
        return present;
    }

    private static Map<String, Object> fields(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", outcome.item().file());
        fields.put("line", outcome.item().line());
        fields.put("item", outcome.item().name());
        fields.put("result", outcome.result().name().toLowerCase(Locale.ROOT));
        fields.put("text", outcome.text());
        return fields;
    }

    private Map<String, Object> end(Report report, Target target, List<String> refused) {
        Map<String, Object> end = new LinkedHashMap<>();
        for (Result result : Result.values()) {
            end.put(result.name().toLowerCase(Locale.ROOT), report.count(result));
        }
        end.put("accounts", target.accounts().size());
        end.put("files", List.copyOf(target.files().keySet()));
        end.put("written", !dryRun && refused.isEmpty());
        return end;
    }

    private static String text(Map<String, Object> end) {
        boolean written = Boolean.TRUE.equals(end.get("written"));
        return end.get("imported") + " imported, " + end.get("ignored") + " ignored, " + end.get("decision")
                + " need a decision; " + end.get("accounts") + " accounts and groups, files: " + end.get("files")
                + (written ? "" : "; nothing is written");
    }
}
