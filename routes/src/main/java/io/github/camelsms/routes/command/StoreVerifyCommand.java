package io.github.camelsms.routes.command;

import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.StoreAddress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway store verify}: exit code 1 and a line for each finding when the store is not sound. */
@Command(name = "verify", description = "Check the pages, the books, the leases and the parts of a store.")
public final class StoreVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A copy; without it the store of the settings.")
    private Path file;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        StoreAddress address = file == null ? options.settings().store() : StoreAddress.of("jdbc:sqlite:" + file);
        List<String> findings;
        try (Maintenance store = SmsComponent.maintenance(address)) {
            findings = store.verify();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MessageView.json(
                    Map.of("store", address.toString(), "sound", findings.isEmpty(), "findings", findings)));
        } else if (findings.isEmpty()) {
            out.println(address + " is sound");
        } else {
            findings.forEach(out::println);
        }
        return findings.isEmpty() ? 0 : 1;
    }
}
