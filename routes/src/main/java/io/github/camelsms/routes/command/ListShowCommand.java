package io.github.camelsms.routes.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway list ls [NAME]}. */
@Command(name = "ls", description = "All lists with their sizes, or the entries of one.")
public final class ListShowCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "One list; without it all, with their sizes.")
    private String name;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (StoreAccess store = StoreAccess.open(options)) {
            if (name == null) {
                Map<String, Long> sizes =
                        store.get(operations -> operations.phoneLists().sizes());
                if (json) {
                    out.println(MessageView.json(Map.of("lists", sizes)));
                } else {
                    sizes.forEach((list, size) -> out.println("%-20s %d".formatted(list, size)));
                }
                return 0;
            }
            List<String> all = new ArrayList<>();
            List<String> page = entries(store, Optional.empty());
            while (!page.isEmpty()) {
                all.addAll(page);
                page = page.size() < PAGE ? List.of() : entries(store, Optional.of(page.get(page.size() - 1)));
            }
            if (json) {
                out.println(MessageView.json(Map.of("name", name, "entries", all)));
            } else {
                all.forEach(out::println);
            }
        }
        return 0;
    }

    private List<String> entries(StoreAccess store, Optional<String> after) {
        return store.get(operations -> operations.phoneLists().entries(name, after, PAGE));
    }
}
