package io.github.camelsms.routes.command;

import io.github.camelsms.routes.Main;
import java.io.PrintWriter;
import java.util.Optional;
import org.apache.camel.CamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway version}. */
@Command(name = "version", description = "Print the version.")
public final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("sms-gateway " + version(Main.class) + " (Camel " + version(CamelContext.class) + ", Java "
                + Runtime.version().feature() + ")");
    }

    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("development");
    }
}
