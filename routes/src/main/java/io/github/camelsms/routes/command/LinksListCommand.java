package io.github.camelsms.routes.command;

import io.github.camelsms.routes.json.LinkJson;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.ReplyLink;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway links ls}. */
@Command(name = "ls", description = "List reply links, those with the newest message first.")
public final class LinksListCommand implements Callable<Integer> {

    private static final String LINE = "%-16s  %-24s  %-26s  %s";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private LinkFilter filter;

    @Option(names = "--before", paramLabel = "ID", description = "The next page: older than this message.")
    private String before = "";

    @Option(names = "--limit", paramLabel = "N", description = "So many at most, up to 1000; 50 without it.")
    private int limit = 50;

    @Override
    public Integer call() throws Exception {
        LinkSearch search = search();
        List<ReplyLink> found;
        try (StoreAccess store = StoreAccess.open(options)) {
            found = store.get(operations -> operations.links(search));
        }
        String next = found.size() < limit ? "" : found.get(limit - 1).message().value();
        PrintWriter out = spec.commandLine().getOut();
        if (filter.isJson()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("links", found.stream().map(LinkJson::of).toList());
            answer.put("next", next);
            out.println(MessageView.json(answer));
        } else if (found.isEmpty()) {
            out.println("no link");
        } else {
            out.println(LINE.formatted("NUMBER", "EXPIRES", "MESSAGE", "MAILBOX"));
            found.forEach(link ->
                    out.println(LINE.formatted(link.number(), link.expiresAt(), link.message(), link.mailbox())));
            if (!next.isEmpty()) {
                out.println("there may be more: --before " + next);
            }
        }
        return 0;
    }

    private LinkSearch search() {
        try {
            LinkSearch search = filter.of(LinkSearch.newest(limit));
            return before.isEmpty() ? search : search.withBefore(MessageArgument.parse(spec, before));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
