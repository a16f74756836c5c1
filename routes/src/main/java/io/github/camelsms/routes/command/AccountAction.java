package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that work on one account or group have in common. */
abstract class AccountAction implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Does it. */
    abstract void run(StoreAccess store, Settings settings) throws Exception;

    /** The line that says that it is done. */
    abstract String done();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings();
        if (settings.policy().entries().stream()
                .anyMatch(entry -> entry.kind() == kind() && entry.name().equals(name))) {
            throw new IllegalArgumentException(
                    "the " + kind().word() + " " + name + " is in the settings: change it there");
        }
        try (StoreAccess store = StoreAccess.openOrCreate(settings)) {
            run(store, settings);
            if (json) {
                out().println(shown(store, settings));
            } else {
                out().println(kind().word() + " " + name + " " + done());
            }
        }
        return 0;
    }

    private String shown(StoreAccess store, Settings settings) {
        AccountUsage usage = store.get(operations ->
                operations.accounts().usage(kind(), name, settings.policy().zone()));
        return store.get(operations -> operations.accounts().entries()).stream()
                .filter(entry -> entry.kind() == kind() && entry.name().equals(name))
                .findFirst()
                .map(entry -> AccountView.json(entry, usage, "store"))
                .orElseGet(() -> MessageView.json(Map.of("name", name, "removed", true)));
    }

    void change(StoreAccess store, UnaryOperator<AccountEntry> change) {
        store.get(operations -> operations.accounts().change(kind(), name, change));
    }

    /** Of an account or of a group: what the command is called that this one stands under. */
    Kind kind() {
        return Kind.valueOf(spec.parent().name().toUpperCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
