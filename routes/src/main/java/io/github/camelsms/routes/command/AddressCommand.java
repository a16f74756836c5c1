package io.github.camelsms.routes.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway address}: how addresses are read, without a gateway. */
@Command(
        name = "address",
        description = "Read addresses: lines from standard input, one JSON object a line to standard output.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AddressParseCommand.class, CommandLine.HelpCommand.class})
public final class AddressCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "address needs parse");
    }
}
