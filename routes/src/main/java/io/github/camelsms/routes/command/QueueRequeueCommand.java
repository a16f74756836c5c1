package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.Operation;
import picocli.CommandLine.Command;

/** {@code sms-gateway queue requeue ID}. */
@Command(
        name = "requeue",
        description = "Send a message now that waits; one that has failed is sent again as a new one.")
public final class QueueRequeueCommand extends QueueChange {

    public QueueRequeueCommand() {
        super(Operation.REQUEUE);
    }
}
