package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.fields.RecipientFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway address parse}. */
@Command(
        name = "parse",
        description = "Read one address a line (sms:…, a mail recipient, number@gateway) and write what it says,"
                + " passwords included.",
        footer = PduLines.FOOTER)
public final class AddressParseCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    @Option(names = "--text", description = "The lines are texts: write the mailbox that #name@domain# names.")
    private boolean text;

    public AddressParseCommand() {
        this(PduLines.standardInput());
    }

    AddressParseCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        return PduLines.run(
                spec,
                input,
                json,
                line -> List.of(json.write(text ? RecipientFields.text(line) : RecipientFields.address(line))));
    }
}
