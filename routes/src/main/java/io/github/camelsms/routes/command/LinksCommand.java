package io.github.camelsms.routes.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway links}: which mailboxes the answers of which phones go to. */
@Command(
        name = "links",
        description = "See and end reply links: which mailboxes the answers of which phones go to.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LinksListCommand.class, LinksClearCommand.class})
public final class LinksCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
