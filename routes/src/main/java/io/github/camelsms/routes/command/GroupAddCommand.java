package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sms-gateway group add NAME}. */
@Command(name = "add", description = "Add a group: its terms hold for its members, who share its limit.")
public final class GroupAddCommand extends AccountAction {

    @Mixin
    private TermOptions terms;

    @Override
    void run(StoreAccess store, Settings settings) {
        AccountEntry entry = terms.applyTo(AccountEntry.group(name()));
        store.get(operations -> operations.accounts().add(entry));
    }

    @Override
    String done() {
        return "is added";
    }
}
