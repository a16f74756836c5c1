package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway incoming replay ID}. */
@Command(name = "replay", description = "Hand out again what was received: a dead letter, or what a route has taken.")
public final class IncomingReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "ID", description = "Identity of the message, as incoming ls shows it.")
    private String id;

    @Override
    public Integer call() throws Exception {
        MessageId received = MessageArgument.parse(spec, id);
        try (StoreAccess store = StoreAccess.open(options)) {
            store.get(operations -> operations.replay(received));
            spec.commandLine().getOut().println(received + " is handed out again");
        }
        return 0;
    }
}
