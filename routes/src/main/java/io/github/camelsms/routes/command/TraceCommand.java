package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway trace ID}. */
@Command(name = "trace", description = "Tell what has happened to a message, step by step.")
public final class TraceCommand implements Callable<Integer> {

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
            List<MessageEvent> history = store.get(operations -> operations.history(id));
            PrintWriter out = spec.commandLine().getOut();
            if (message.isJson()) {
                Map<String, Object> answer = new LinkedHashMap<>(MessageView.fields(found));
                answer.put("events", history.stream().map(MessageView::fields).toList());
                out.println(MessageView.json(answer));
            } else {
                out.println(
                        found.id() + " is " + found.state() + (found.reason().isEmpty() ? "" : ": " + found.reason()));
                history.forEach(event -> out.println(MessageView.line(event)));
            }
        }
        return 0;
    }
}
