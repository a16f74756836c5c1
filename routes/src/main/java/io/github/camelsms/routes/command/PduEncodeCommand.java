package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.fields.FieldNames;
import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.fields.PduFields;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway pdu encode}. */
@Command(
        name = "encode",
        description =
                "Read one JSON object with the fields of a PDU a line, as decode writes them, and write the PDU in"
                        + " hex.",
        footer = PduLines.FOOTER)
public final class PduEncodeCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--no-smsc",
            description = "Put no service centre address in front. Without this, it is the one of the object, or 00.")
    private boolean withoutServiceCentre;

    public PduEncodeCommand() {
        this(PduLines.standardInput());
    }

    PduEncodeCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        Framing framing = PduLines.framing(withoutServiceCentre);
        Clock clock = Clock.systemUTC();
        UnknownFields unknown =
                new UnknownFields(FieldNames.PDU, spec.commandLine().getErr());
        return PduLines.run(
                spec, input, json, line -> List.of(PduFields.encode(unknown.warn(json.read(line)), framing, clock)));
    }
}
