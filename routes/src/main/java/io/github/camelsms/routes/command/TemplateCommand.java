package io.github.camelsms.routes.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway template}: what a URL template makes of a message, without a gateway. */
@Command(
        name = "template",
        description = "Try URL templates: lines from standard input, one JSON object a line to standard output.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TemplateExpandCommand.class, CommandLine.HelpCommand.class})
public final class TemplateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "template needs expand");
    }
}
