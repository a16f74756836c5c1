package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.AuditEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway audit verify}. */
@Command(
        name = "verify",
        description = "Whether each entry is as it was written and none is missing; exit code 1 when not.")
public final class AuditVerifyCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--known",
            paramLabel = "NUMBER:HASH",
            description = "An entry that was the last one then, as this command has printed it: entries at the end that"
                    + " are missing are noticed by that alone.")
    private String known = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Optional<AuditEntry> last = Optional.empty();
        boolean met = known.isEmpty();
        String finding = "";
        try (StoreAccess store = StoreAccess.open(options)) {
            for (List<AuditEntry> page = page(store, last);
                    !page.isEmpty() && finding.isEmpty();
                    page = page(store, last)) {
                for (AuditEntry entry : page) {
                    if (!entry.follows(last)) {
                        finding = "entry " + entry.number() + " is not as it was written, or one before it is missing";
                        break;
                    }
                    last = Optional.of(entry);
                    met |= known.equals(entry.number() + ":" + entry.hash());
                }
            }
        }
        if (finding.isEmpty() && !met) {
            finding = "the entry " + known + " is not there";
        }
        print(last, finding);
        return finding.isEmpty() ? 0 : 1;
    }

    private static List<AuditEntry> page(StoreAccess store, Optional<AuditEntry> last) {
        long after = last.map(AuditEntry::number).orElse(0L);
        return store.get(operations -> operations.audit().entries(after, PAGE));
    }

    private void print(Optional<AuditEntry> last, String finding) {
        long entries = last.map(AuditEntry::number).orElse(0L);
        String end = last.map(entry -> entry.number() + ":" + entry.hash()).orElse("");
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sound", finding.isEmpty());
            fields.put("entries", entries);
            fields.put("last", end);
            fields.put("finding", finding);
            spec.commandLine().getOut().println(MessageView.json(fields));
        } else if (finding.isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println(entries + " entries, all as they were written"
                            + (end.isEmpty() ? "" : "; the last is " + end));
        } else {
            spec.commandLine().getOut().println(finding);
        }
    }
}
