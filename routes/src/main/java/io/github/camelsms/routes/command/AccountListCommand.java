package io.github.camelsms.routes.command;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import picocli.CommandLine.Command;

/** {@code sms-gateway account list}. */
@Command(
        name = "list",
        aliases = "ls",
        description =
                "Accounts of the settings and of the store, with what they have sent in this month and the one before.")
public final class AccountListCommand extends AccountListing {

    public AccountListCommand() {
        super(Kind.ACCOUNT);
    }
}
