package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.Term;
import picocli.CommandLine.Command;

/** {@code sms-gateway account disable NAME}. */
@Command(name = "disable", description = "Nobody can use the account until it is enabled again.")
public final class AccountDisableCommand extends AccountAction {

    @Override
    void run(StoreAccess store, Settings settings) {
        change(store, entry -> entry.withTerms(entry.terms().with(Term.ACTIVE, "false")));
    }

    @Override
    String done() {
        return "is disabled";
    }
}
