package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway store}: the store as a whole, also while a gateway works on it. */
@Command(
        name = "store",
        description = "Copy and check the store, beside a running gateway or without one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StoreBackupCommand.class, StoreVerifyCommand.class})
public final class StoreCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
