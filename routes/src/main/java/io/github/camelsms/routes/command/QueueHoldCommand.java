package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.Operation;
import picocli.CommandLine.Command;

/** {@code sms-gateway queue hold ID}. */
@Command(name = "hold", description = "Keep a message back until it is released.")
public final class QueueHoldCommand extends QueueChange {

    public QueueHoldCommand() {
        super(Operation.HOLD);
    }
}
