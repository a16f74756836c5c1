package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that change a list have in common. */
abstract class ListChange implements Callable<Integer> {

    private static final int BATCH = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the list.")
    private String name;

    @Parameters(
            index = "1..*",
            paramLabel = "ENTRY",
            description = "Numbers, or beginnings such as '+1900*'; without one, lines of standard input.")
    private List<String> entries = List.of();

    /** Does it, and tells how many entries it was done to. */
    abstract CompletionStage<Integer> change(PhoneLists lists, String list, List<ListEntry> some);

    /** What was done, as a word. */
    abstract String done();

    @Override
    public Integer call() throws Exception {
        List<ListEntry> all = new ArrayList<>();
        for (String entry : entries.isEmpty() ? lines() : entries) {
            try {
                all.add(ListEntry.parse(entry));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        String what;
        try (StoreAccess store = StoreAccess.open(options)) {
            int changed = 0;
            for (int from = 0; from < all.size(); from += BATCH) {
                List<ListEntry> some = all.subList(from, Math.min(all.size(), from + BATCH));
                changed += store.get(operations -> change(operations.phoneLists(), name, some));
            }
            what = changed + " of " + all.size() + " " + done();
            // how many, not whom: who has opted out is nobody else's business
            store.get(operations -> operations.audit().append("list.change", name, what));
        }
        spec.commandLine().getOut().println(what);
        return 0;
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
