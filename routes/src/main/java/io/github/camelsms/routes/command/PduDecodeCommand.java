package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.fields.PduFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway pdu decode}. */
@Command(name = "decode", description = "Read one PDU in hex a line, and write its fields.", footer = PduLines.FOOTER)
public final class PduDecodeCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--direction",
            paramLabel = "mt|mo",
            description = "mt: what a mobile receives (the default); mo: what it sends.",
            defaultValue = "mt")
    private Direction direction;

    @Option(names = "--no-smsc", description = "The PDUs have no service centre address in front.")
    private boolean withoutServiceCentre;

    public PduDecodeCommand() {
        this(PduLines.standardInput());
    }

    PduDecodeCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        Framing framing = PduLines.framing(withoutServiceCentre);
        return PduLines.run(spec, input, json, line -> List.of(json.write(direction.decode(line.strip(), framing))));
    }

    /** Which way a PDU goes, in the words of the option. */
    enum Direction {
        mt,
        mo;

        private Map<String, Object> decode(String hex, Framing framing) {
            return this == mt
                    ? PduFields.decodeMobileTerminated(hex, framing)
                    : PduFields.decodeMobileOriginated(hex, framing);
        }
    }
}
