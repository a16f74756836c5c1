package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway group}: what several accounts have in common, also while a gateway works. */
@Command(
        name = "group",
        description =
                "Groups: what several accounts have in common, and share. Beside a running gateway or without one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GroupAddCommand.class,
            GroupListCommand.class,
            GroupSetCommand.class,
            AccountResetCommand.class,
            AccountRemoveCommand.class
        })
public final class GroupCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
