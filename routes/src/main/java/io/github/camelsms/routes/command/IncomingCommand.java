package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway incoming}: what was received and where it is. */
@Command(
        name = "incoming",
        description = "See what was received and no route has taken, and have it handed out again.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IncomingListCommand.class, IncomingReplayCommand.class})
public final class IncomingCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
