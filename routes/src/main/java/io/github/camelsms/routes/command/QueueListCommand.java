package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Search;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway queue ls}. */
@Command(name = "ls", description = "List messages that have not ended, or those of the given states, newest first.")
public final class QueueListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--state", split = ",", description = "States: ${COMPLETION-CANDIDATES}.")
    private Set<MessageState> states = EnumSet.noneOf(MessageState.class);

    @Option(names = "--all", description = "Those that have ended too.")
    private boolean all;

    @Option(names = "--to", paramLabel = "NUMBER", description = "Recipient.")
    private String number = "";

    @Option(names = "--account", paramLabel = "NAME", description = "Who pays.")
    private String account = "";

    @Option(names = "--gateway", paramLabel = "ID", description = "Gateway that it waits for or that had it last.")
    private String gateway = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Accepted then or later: 2026-01-31T09:00:00Z.")
    private String from = "";

    @Option(names = "--until", paramLabel = "TIME", description = "Accepted before.")
    private String until = "";

    @Option(names = "--before", paramLabel = "ID", description = "The next page: older than this message.")
    private String before = "";

    @Option(names = "--limit", paramLabel = "N", description = "So many at most, up to 1000; 50 without it.")
    private int limit = 50;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Search search = search();
        List<MessageRecord> found;
        try (StoreAccess store = StoreAccess.open(options)) {
            found = store.get(operations -> operations.search(search));
        }
        String next = found.size() < limit ? "" : found.get(limit - 1).id().value();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("messages", found.stream().map(MessageView::fields).toList());
            answer.put("next", next);
            out.println(MessageView.json(answer));
        } else if (found.isEmpty()) {
            out.println("no message");
        } else {
            out.println(MessageView.header());
            found.forEach(message -> out.println(MessageView.line(message)));
            if (!next.isEmpty()) {
                out.println("there may be more: --before " + next);
            }
        }
        return 0;
    }

    private Search search() {
        Search search;
        try {
            search = Search.newest(limit).withStates(states());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        search = number.isEmpty() ? search : search.withNumber(number);
        search = account.isEmpty() ? search : search.withAccount(account);
        search = gateway.isEmpty() ? search : search.withGateway(gateway);
        search = from.isEmpty() ? search : search.withFrom(time(from));
        search = until.isEmpty() ? search : search.withUntil(time(until));
        return before.isEmpty() ? search : search.withBefore(MessageArgument.parse(spec, before));
    }

    private Set<MessageState> states() {
        if (all || !states.isEmpty()) {
            return states;
        }
        return EnumSet.allOf(MessageState.class).stream()
                .filter(state -> !state.isFinal())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "A time is written 2026-01-31T09:00:00Z, not '" + text + "'", e);
        }
    }
}
