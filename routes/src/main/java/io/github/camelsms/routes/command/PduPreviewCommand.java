package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.fields.FieldNames;
import io.github.camelsms.sms.fields.PreviewFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway pdu preview}. */
@Command(
        name = "preview",
        description =
                "Read {\"text\":\"…\",\"refBits\":8,\"maxParts\":n,\"locking\":n,\"single\":n} a line, and write how"
                        + " it is split.",
        footer = PduLines.FOOTER)
public final class PduPreviewCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    public PduPreviewCommand() {
        this(PduLines.standardInput());
    }

    PduPreviewCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        UnknownFields unknown =
                new UnknownFields(FieldNames.PREVIEW, spec.commandLine().getErr());
        return PduLines.run(
                spec, input, json, line -> List.of(json.write(PreviewFields.preview(unknown.warn(json.read(line))))));
    }
}
