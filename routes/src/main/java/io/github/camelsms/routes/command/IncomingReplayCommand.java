package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway incoming replay ID}. */
@Command(name = "replay", description = "Hand out a dead letter again.")
public final class IncomingReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "ID", description = "Identity of the dead letter, as incoming ls shows it.")
    private String id;

    @Override
    public Integer call() throws Exception {
        MessageId dead = MessageArgument.parse(spec, id);
        try (StoreAccess store = StoreAccess.open(options)) {
            store.get(operations -> operations.replay(dead));
            spec.commandLine().getOut().println(dead + " is handed out again");
        }
        return 0;
    }
}
