package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.Term;
import picocli.CommandLine.Command;

/** {@code sms-gateway account enable NAME}. */
@Command(name = "enable", description = "The account can be used again.")
public final class AccountEnableCommand extends AccountAction {

    @Override
    void run(StoreAccess store, Settings settings) {
        change(store, entry -> entry.withTerms(entry.terms().with(Term.ACTIVE, "")));
    }

    @Override
    String done() {
        return "is enabled";
    }
}
