package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageId;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The message that a command is about, and the form of its answer. */
final class MessageArgument {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Identity of the message, as it was answered when it was accepted.")
    private String id;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    MessageId id() {
        return parse(spec, id);
    }

    boolean isJson() {
        return json;
    }

    static MessageId parse(CommandSpec spec, String text) {
        try {
            return new MessageId(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ", not '" + text + "'", e);
        }
    }
}
