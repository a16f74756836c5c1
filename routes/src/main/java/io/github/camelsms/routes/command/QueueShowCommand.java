package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway queue show ID}. */
@Command(name = "show", description = "Show a message, without what it says.")
public final class QueueShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private MessageArgument message;

    @Override
    public Integer call() throws Exception {
        MessageId id = message.id();
        try (StoreAccess store = StoreAccess.open(options)) {
            MessageRecord found = store.message(id);
            PrintWriter out = spec.commandLine().getOut();
            Map<String, Object> fields = MessageView.fields(found);
            if (message.isJson()) {
                out.println(MessageView.json(fields));
            } else {
                MessageView.lines(fields).forEach(out::println);
            }
        }
        return 0;
    }
}
