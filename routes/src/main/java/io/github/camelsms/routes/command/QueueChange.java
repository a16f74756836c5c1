package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands that change one message have in common. */
abstract class QueueChange implements Callable<Integer> {

    private final Operation operation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private MessageArgument message;

    QueueChange(Operation operation) {
        this.operation = operation;
    }

    @Override
    public Integer call() throws Exception {
        MessageId id = message.id();
        try (StoreAccess store = StoreAccess.open(options)) {
            MessageId changed = store.get(operations -> operations.operate(id, operation));
            MessageRecord now =
                    store.get(operations -> operations.find(changed)).orElseThrow();
            PrintWriter out = spec.commandLine().getOut();
            if (message.isJson()) {
                out.println(MessageView.json(MessageView.fields(now)));
            } else {
                out.println(now.id() + " is " + now.state() + (changed.equals(id) ? "" : ", sent again for " + id));
            }
        }
        return 0;
    }
}
