package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.AuditEntry;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway audit ls}. */
@Command(name = "ls", description = "The newest entries, in their order.")
public final class AuditListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--limit", paramLabel = "N", description = "So many; 50 by default.")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "NUMBER", description = "Those behind this one instead of the newest.")
    private Long after;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (StoreAccess store = StoreAccess.open(options)) {
            long last = store.get(operations -> operations.audit().last())
                    .map(AuditEntry::number)
                    .orElse(0L);
            long begin = after == null ? last - limit : after;
            List<AuditEntry> entries =
                    store.get(operations -> operations.audit().entries(begin, limit));
            PrintWriter out = spec.commandLine().getOut();
            entries.forEach(entry -> out.println(json ? MessageView.json(fields(entry)) : line(entry)));
        }
        return 0;
    }

    private static String line(AuditEntry entry) {
        return "%-6d %s  %-24s %-16s %s  %s"
                .formatted(entry.number(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail())
                .stripTrailing();
    }

    private static Map<String, Object> fields(AuditEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", entry.number());
        fields.put("at", entry.at().toString());
        fields.put("actor", entry.actor());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("detail", entry.detail());
        fields.put("hash", entry.hash());
        return fields;
    }
}
