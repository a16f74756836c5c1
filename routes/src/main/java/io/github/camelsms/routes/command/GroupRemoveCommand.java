package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import picocli.CommandLine.Command;

/** {@code sms-gateway group remove NAME}. */
@Command(name = "remove", description = "Take it out of the store; what it has sent stays counted.")
public final class GroupRemoveCommand extends AccountAction {

    public GroupRemoveCommand() {
        super(Kind.GROUP);
    }

    @Override
    void run(StoreAccess store, Settings settings) {
        store.get(operations -> operations.accounts().remove(kind(), name()));
    }

    @Override
    String done() {
        return "is removed";
    }
}
