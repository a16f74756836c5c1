package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.Operation;
import picocli.CommandLine.Command;

/** {@code sms-gateway queue cancel ID}. */
@Command(name = "cancel", description = "Take a message back that no network has yet.")
public final class QueueCancelCommand extends QueueChange {

    public QueueCancelCommand() {
        super(Operation.CANCEL);
    }
}
