package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the lists of accounts and of groups have in common. */
abstract class AccountListing implements Callable<Integer> {

    private final Kind kind;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    AccountListing(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        List<AccountEntry> ofSettings = settings.policy().entries();
        Map<String, AccountUsage> usages = new HashMap<>();
        List<AccountEntry> all = new ArrayList<>(ofSettings);
        try (StoreAccess store = StoreAccess.openOrCreate(settings)) {
            all.addAll(store.get(operations -> operations.accounts().entries()));
            for (AccountUsage usage : store.get(
                    operations -> operations.accounts().usage(settings.policy().zone()))) {
                if (usage.kind() == kind) {
                    usages.put(usage.name(), usage);
                }
            }
        }
        all.removeIf(entry -> entry.kind() != kind);
        print(all, ofSettings, usages);
        return 0;
    }

    private void print(List<AccountEntry> all, List<AccountEntry> ofSettings, Map<String, AccountUsage> usages) {
        PrintWriter out = spec.commandLine().getOut();
        List<Map<String, Object>> fields = new ArrayList<>();
        if (!json) {
            out.println(all.isEmpty() ? "no " + kind.word() : AccountView.header());
        }
        for (AccountEntry entry : all) {
            AccountUsage usage = usages.getOrDefault(entry.name(), AccountUsage.none(kind, entry.name()));
            if (json) {
                fields.add(AccountView.fields(entry, usage, ofSettings.contains(entry) ? "settings" : "store"));
            } else {
                out.println(AccountView.line(entry, usage));
            }
        }
        if (json) {
            out.println(MessageView.json(Map.of(kind.word() + "s", fields)));
        }
    }
}
