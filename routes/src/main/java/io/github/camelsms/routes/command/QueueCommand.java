package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway queue}: what waits in a store, also while a gateway works on it. */
@Command(
        name = "queue",
        description = "See and change what waits in the store, beside a running gateway or without one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QueueListCommand.class,
            QueueShowCommand.class,
            QueueHoldCommand.class,
            QueueReleaseCommand.class,
            QueueCancelCommand.class,
            QueueRequeueCommand.class
        })
public final class QueueCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
