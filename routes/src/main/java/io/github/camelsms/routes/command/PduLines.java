package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.routes.pdu.LineFilter;
import io.github.camelsms.sms.fields.Framing;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** What the {@code pdu} commands have in common. */
final class PduLines {

    /** How all of them end; part of their help. */
    static final String FOOTER =
            "A line that cannot be used gives {\"error\":{\"field\",\"octet\",\"message\",\"line\"}}, and it goes on with the"
                    + " next one. The exit code is 0 when the input has ended, also when there were such lines.";

    private PduLines() {}

    /** Standard input as octets: {@code System.in} would look at the locale. */
    static Supplier<InputStream> standardInput() {
        return () -> new FileInputStream(FileDescriptor.in);
    }

    static Framing framing(boolean withoutServiceCentre) {
        return withoutServiceCentre ? Framing.TPDU_ALONE : Framing.SERVICE_CENTRE;
    }

    static int run(CommandSpec spec, Supplier<InputStream> input, Json json, LineFilter.Rule rule) throws IOException {
        new LineFilter(spec.commandLine().getOut(), json).run(input.get(), rule);
        return 0;
    }
}
