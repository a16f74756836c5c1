package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.LinkSearch;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway links clear}. */
@Command(name = "clear", description = "End reply links: those of a phone, of a mailbox, or all.")
public final class LinksClearCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private LinkFilter filter;

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        if (filter.isEmpty() != all) {
            throw new ParameterException(
                    spec.commandLine(), "Say which links are to end: --number, --mailbox, both, or --all");
        }
        LinkSearch search = filter.of(LinkSearch.newest(1));
        try (StoreAccess store = StoreAccess.open(options)) {
            int cleared = store.get(operations -> operations.clearLinks(search));
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    filter.isJson()
                            ? MessageView.json(Map.of("cleared", cleared))
                            : cleared + (cleared == 1 ? " link has ended" : " links have ended"));
        }
        return 0;
    }
}
