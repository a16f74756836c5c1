package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sms-gateway account add NAME}. */
@Command(name = "add", description = "Add an account; its password is asked for, or read from a file.")
public final class AccountAddCommand extends AccountAction {

    @Mixin
    private TermOptions terms;

    @Mixin
    private PasswordOption password;

    @Option(names = "--group", paramLabel = "NAME", description = "The group that it belongs to.")
    private String group = "";

    @Override
    void run(StoreAccess store, Settings settings) throws IOException {
        AccountEntry entry = terms.applyTo(AccountEntry.account(name()))
                .withGroup(Optional.of(group).filter(text -> !text.isEmpty()))
                .withPassword(password.hash());
        store.get(operations -> operations.accounts().add(entry));
    }

    @Override
    String done() {
        return "is added";
    }
}
