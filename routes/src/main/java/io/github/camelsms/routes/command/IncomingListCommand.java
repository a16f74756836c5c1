package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingSearch;
import io.github.camelsms.sms.store.IncomingState;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway incoming ls}. */
@Command(name = "ls", description = "Count what was received, and list the dead letters or those of another state.")
public final class IncomingListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--state", description = "${COMPLETION-CANDIDATES}; DEAD without it.")
    private IncomingState state = IncomingState.DEAD;

    @Option(names = "--limit", paramLabel = "N", description = "So many at most; 50 without it.")
    private int limit = 50;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (StoreAccess store = StoreAccess.open(options)) {
            Map<IncomingState, Long> counts = store.get(operations -> operations.incomingCounts());
            IncomingSearch search = IncomingSearch.newest(limit).withStates(Set.of(state));
            List<IncomingRecord> found = store.get(operations -> operations.incoming(search));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("counts", counts);
                answer.put(
                        "messages",
                        found.stream().map(IncomingListCommand::fields).toList());
                out.println(MessageView.json(answer));
            } else {
                for (IncomingState each : IncomingState.values()) {
                    out.println("%-10s %d".formatted(each, counts.getOrDefault(each, 0L)));
                }
                found.forEach(
                        message -> out.println(String.join("  ", fields(message).values())));
            }
        }
        return 0;
    }

    private static Map<String, String> fields(IncomingRecord message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", message.id().value());
        fields.put("state", message.state().name());
        fields.put("from", message.incoming().originator());
        fields.put("gateway", message.incoming().gateway());
        fields.put("receivedAt", message.incoming().receivedAt().toString());
        fields.put("attempts", Integer.toString(message.attempts()));
        fields.put("reason", message.reason());
        return fields;
    }
}
