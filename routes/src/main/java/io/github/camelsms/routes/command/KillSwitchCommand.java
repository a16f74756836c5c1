package io.github.camelsms.routes.command;

import io.github.camelsms.routes.json.StopJson;
import io.github.camelsms.sms.store.Stop;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway kill-switch on|off|status}: stops sending, on all machines that work on the store. */
@Command(
        name = "kill-switch",
        description = "Stop accepting and sending, or sending alone, until it is switched off; also beside a running"
                + " gateway. Nothing is lost by it.")
public final class KillSwitchCommand implements Callable<Integer> {

    /** What to do. */
    enum Position {
        on,
        off,
        status
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "on|off|status", description = "On stops.")
    private Position position;

    @Option(names = "--gateway", paramLabel = "ID", description = "Only what this gateway sends.")
    private String gateway = "";

    @Option(names = "--keep-accepting", description = "Messages are accepted and wait.")
    private boolean keepAccepting;

    @Option(names = "--reason", paramLabel = "TEXT", description = "For people.")
    private String reason = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Stop> stops;
        try (StoreAccess store = StoreAccess.openOrCreate(options.settings())) {
            for (String scope : scopes()) {
                if (position == Position.on) {
                    store.get(operations -> operations.stop(new Stop(scope, reason, Instant.EPOCH)));
                } else if (position == Position.off) {
                    store.get(operations -> operations.resume(scope));
                }
            }
            stops = store.get(operations -> operations.stops());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(MessageView.json(StopJson.of(stops)));
        } else if (stops.isEmpty()) {
            out.println("off: messages are accepted and sent");
        } else {
            stops.forEach(stop -> out.println("on: " + stop.scope() + " is stopped since " + stop.since()
                    + (stop.reason().isEmpty() ? "" : ": " + stop.reason())));
        }
        return 0;
    }

    private List<String> scopes() {
        if (!gateway.isEmpty()) {
            return List.of(Stop.sending(gateway));
        }
        List<String> scopes = new ArrayList<>(List.of(Stop.SEND));
        if (!keepAccepting) {
            scopes.add(Stop.ACCEPT);
        }
        return scopes;
    }
}
