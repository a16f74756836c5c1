package io.github.camelsms.routes.command;

import io.github.camelsms.routes.pdu.JoinRule;
import io.github.camelsms.routes.pdu.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sms-gateway pdu join}. */
@Command(
        name = "join",
        description = "Read one received PDU a line, with @seconds in front where time matters, and write the messages:"
                + " single, complete, partial, duplicate. At the end of input what is incomplete is partial.",
        footer = PduLines.FOOTER)
public final class PduJoinCommand implements Callable<Integer> {

    private final Supplier<InputStream> input;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long a message waits for its other parts (${DEFAULT-VALUE}, as in the store).",
            defaultValue = "86400")
    private long timeout;

    @Option(names = "--no-smsc", description = "The PDUs have no service centre address in front.")
    private boolean withoutServiceCentre;

    public PduJoinCommand() {
        this(PduLines.standardInput());
    }

    PduJoinCommand(Supplier<InputStream> input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        Json json = new Json();
        return PduLines.run(
                spec,
                input,
                json,
                new JoinRule(json, PduLines.framing(withoutServiceCentre), Duration.ofSeconds(timeout)));
    }
}
