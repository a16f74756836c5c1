package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.Json;
import io.github.camelsms.sms.fields.TemplateFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway template expand}. */
@Command(
        name = "expand",
        description =
                "Read {\"template\":\"http://…%%number%%…\",\"context\":{\"number\":\"…\",\"data\":\"…\"}} a line,"
                        + " and write the URL with its parameters as a server reads them.",
        footer = PduLines.FOOTER)
public final class TemplateExpandCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    public TemplateExpandCommand() {
        this(PduLines.standardInput());
    }

    TemplateExpandCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        return PduLines.run(spec, input, json, line -> List.of(json.write(TemplateFields.expand(json.read(line)))));
    }
}
