package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountBook;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Accounts;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    private boolean unreachable;

    @Override
    void run(StoreAccess store, Settings settings) throws IOException {
        AccountEntry entry = terms.applyTo(AccountEntry.account(name()))
                .withGroup(Optional.of(group).filter(text -> !text.isEmpty()))
                .withPassword(password.hash());
        store.get(operations -> operations.accounts().add(entry));
        unreachable = settings.policy().isUnreachable(added(store, settings));
    }

    private Account added(StoreAccess store, Settings settings) {
        List<AccountEntry> entries = new ArrayList<>(settings.policy().entries());
        entries.addAll(store.get(operations -> operations.accounts().entries()));
        return new Accounts(AccountBook.of(entries), Clock.systemUTC()).resolve(name());
    }

    @Override
    String done() {
        return unreachable
                ? "is added; it may send nowhere until sms.numbers.home is set, or its --destinations"
                : "is added";
    }
}
