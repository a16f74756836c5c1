package io.github.camelsms.routes.command;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** A gateway from start to stop, as a process: one line when it is ready, and the end when a signal asks for it. */
final class Service {

    private final CommandSpec spec;
    private final SettingsOptions options;
    private final List<Path> routes;
    private final List<String> builtIn;

    Service(CommandSpec spec, SettingsOptions options, List<Path> routes, List<String> builtIn) {
        this.spec = spec;
        this.options = options;
        this.routes = routes;
        this.builtIn = builtIn;
    }

    /**
     * Returns the exit code.
     *
     * @param onReady told when requests are taken
     */
    int run(Consumer<Gateway> onReady) throws Exception {
        StopSignal stop = StopSignal.listen();
        Settings settings = options.settings();
        try (StartLog log = StartLog.hold(options.isVerbose());
                Gateway gateway = Gateway.start(settings, routes, builtIn)) {
            log.release();
            Logger logger = LoggerFactory.getLogger(Service.class);
            settings.warnings().forEach(logger::warn);
            PrintWriter out = spec.commandLine().getOut();
            out.println(gateway.ready());
            onReady.accept(gateway);
            stop.await();
            logger.info("stopping: nothing more is taken in, what is in flight is finished");
        }
        return 0;
    }
}
