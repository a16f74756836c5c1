package io.github.camelsms.routes;

import io.github.camelsms.routes.command.AccountCommand;
import io.github.camelsms.routes.command.AddressCommand;
import io.github.camelsms.routes.command.AuditCommand;
import io.github.camelsms.routes.command.DemoCommand;
import io.github.camelsms.routes.command.DoctorCommand;
import io.github.camelsms.routes.command.ExplainCommand;
import io.github.camelsms.routes.command.GroupCommand;
import io.github.camelsms.routes.command.ImportCommand;
import io.github.camelsms.routes.command.IncomingCommand;
import io.github.camelsms.routes.command.KillSwitchCommand;
import io.github.camelsms.routes.command.LinksCommand;
import io.github.camelsms.routes.command.ListCommand;
import io.github.camelsms.routes.command.PduCommand;
import io.github.camelsms.routes.command.QueueCommand;
import io.github.camelsms.routes.command.RunCommand;
import io.github.camelsms.routes.command.StoreCommand;
import io.github.camelsms.routes.command.TemplateCommand;
import io.github.camelsms.routes.command.TraceCommand;
import io.github.camelsms.routes.command.VersionCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code sms-gateway}. Exit code 0 is success, 1 a failure with one line on standard error, 2 a misuse. */
@Command(
        name = "sms-gateway",
        description = "An SMS gateway that you write as Apache Camel routes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            DoctorCommand.class,
            PduCommand.class,
            AccountCommand.class,
            GroupCommand.class,
            KillSwitchCommand.class,
            AuditCommand.class,
            QueueCommand.class,
            IncomingCommand.class,
            LinksCommand.class,
            ListCommand.class,
            ImportCommand.class,
            StoreCommand.class,
            TraceCommand.class,
            ExplainCommand.class,
            TemplateCommand.class,
            AddressCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // what we print is UTF-8, whatever the locale of the shell is
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        System.exit(run(args, writer(out), writer(err)));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A writer that knows when nobody reads the stream any more. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs a command and returns its exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((e, arguments) -> {
            err.println("sms-gateway: " + e.getMessage().lines().findFirst().orElse("wrong arguments")
                    + " (sms-gateway help tells more)");
            return 2;
        });
        line.setExecutionExceptionHandler((e, command, result) -> {
            String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            err.println("sms-gateway: " + text.lines().findFirst().orElse(""));
            return 1;
        });
        if (args.length == 0) {
            line.usage(out);
            return 2;
        }
        return line.execute(args);
    }
}
