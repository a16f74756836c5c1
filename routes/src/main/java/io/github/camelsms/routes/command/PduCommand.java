package io.github.camelsms.routes.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sms-gateway pdu}: what a PDU says, without a gateway. */
@Command(
        name = "pdu",
        description = "Read and write PDUs: lines from standard input, one JSON object a line to standard output.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PduDecodeCommand.class,
            PduEncodeCommand.class,
            PduPreviewCommand.class,
            PduJoinCommand.class,
            CommandLine.HelpCommand.class
        })
public final class PduCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "pdu needs one of decode, encode, preview, join");
    }
}
