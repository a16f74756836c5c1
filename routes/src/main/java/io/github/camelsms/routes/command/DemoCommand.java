package io.github.camelsms.routes.command;

import io.github.camelsms.routes.demo.Demo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway demo}. */
@Command(name = "demo", description = "Run the gateway with a simulated modem and a simulated phone that answers.")
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() throws Exception {
        Demo demo = new Demo(spec.commandLine().getOut());
        return new Service(spec, options, List.of(), Demo.ROUTES).run(demo::begin);
    }
}
