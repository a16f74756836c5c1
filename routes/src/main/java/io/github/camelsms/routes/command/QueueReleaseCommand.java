package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.Operation;
import picocli.CommandLine.Command;

/** {@code sms-gateway queue release ID}. */
@Command(name = "release", description = "Send a message that was held, when its time has come.")
public final class QueueReleaseCommand extends QueueChange {

    public QueueReleaseCommand() {
        super(Operation.RELEASE);
    }
}
