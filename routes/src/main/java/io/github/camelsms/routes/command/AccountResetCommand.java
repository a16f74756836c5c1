package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sms-gateway account reset NAME}, and the same of a group. */
@Command(name = "reset", description = "Count again: nothing was sent in this month, or so many parts.")
public final class AccountResetCommand extends AccountAction {

    @Option(names = "--to", paramLabel = "PARTS", description = "So many parts count as sent.")
    private long parts;

    @Override
    void run(StoreAccess store, Settings settings) {
        if (parts < 0) {
            throw new IllegalArgumentException("parts are 0 or more, not " + parts);
        }
        store.get(operations -> operations
                .accounts()
                .reset(kind(), name(), parts, settings.policy().zone()));
    }

    @Override
    String done() {
        return "has sent " + parts + " parts in this month";
    }
}
