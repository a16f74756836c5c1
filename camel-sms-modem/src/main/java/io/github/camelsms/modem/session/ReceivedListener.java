package io.github.camelsms.modem.session;

import java.util.concurrent.CompletionStage;

/** Takes what a modem has received. */
@FunctionalInterface
public interface ReceivedListener {

    /**
     * Takes one message. When the stage completes it is safe and is deleted from the modem; when it fails it stays there
     * and is offered again later.
     */
    CompletionStage<Void> received(ReceivedPdu pdu);
}
