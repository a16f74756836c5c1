package io.github.camelsms.routes.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sms-gateway run}. */
@Command(
        name = "run",
        description = "Run the gateway with your route files. Relative paths belong to the folder it is started in.")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "ROUTE-FILE", description = "Route files (.yaml, .yml, .xml), or folders of such files.")
    private List<Path> routes = List.of();

    @Override
    public Integer call() throws Exception {
        return new Service(spec, options, routes, List.of()).run(gateway -> {});
    }
}
