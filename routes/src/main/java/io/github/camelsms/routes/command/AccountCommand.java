package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway account}: who may send, also while a gateway works. */
@Command(
        name = "account",
        description = "Accounts: who may send, where to and how much. Beside a running gateway or without one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AccountAddCommand.class,
            AccountListCommand.class,
            AccountSetCommand.class,
            AccountDisableCommand.class,
            AccountEnableCommand.class,
            AccountResetCommand.class,
            AccountTokenCommand.class,
            AccountRemoveCommand.class,
            AccountHashCommand.class
        })
public final class AccountCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
