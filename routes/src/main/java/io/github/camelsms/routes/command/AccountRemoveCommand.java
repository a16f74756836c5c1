package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import picocli.CommandLine.Command;

/** {@code sms-gateway account remove NAME}, and the same of a group. */
@Command(name = "remove", description = "Take it out of the store; what it has sent stays counted.")
public final class AccountRemoveCommand extends AccountAction {

    @Override
    void run(StoreAccess store, Settings settings) {
        store.get(operations -> operations.accounts().remove(kind(), name()));
    }

    @Override
    String done() {
        return "is removed";
    }
}
