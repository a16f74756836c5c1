package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway list}: lists of phones that rules ask for, also while a gateway works on the store. */
@Command(
        name = "list",
        description = "See and change the lists of phones in the store, beside a running gateway or without one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListAddCommand.class, ListRemoveCommand.class, ListShowCommand.class})
public final class ListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
