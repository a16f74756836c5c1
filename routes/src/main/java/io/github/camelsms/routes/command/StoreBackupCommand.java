package io.github.camelsms.routes.command;

import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Maintenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway store backup FILE}. */
@Command(
        name = "backup",
        description = "Copy the store to a new file; when this ends, the copy is on disk and verified.")
public final class StoreBackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The copy; there must be no such file.")
    private Path file;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        long messages;
        try (Maintenance store = SmsComponent.maintenance(options.settings().store())) {
            messages = store.backup(file).messages();
        }
        long octets = Files.size(file);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? MessageView.json(
                                        Map.of("file", file.toString(), "octets", octets, "messages", messages))
                                : file + ": " + messages + " messages, " + octets + " octets, verified");
        return 0;
    }
}
