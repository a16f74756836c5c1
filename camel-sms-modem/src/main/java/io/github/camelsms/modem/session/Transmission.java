package io.github.camelsms.modem.session;

import io.github.camelsms.sms.report.SendFailedException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of sending the parts of a message.
 *
 * @param references part index to the reference of the network, for the parts that this attempt has sent
 * @param failure why it ended before the last part
 */
record Transmission(Map<Integer, String> references, Optional<SendFailedException> failure, Aftermath aftermath) {

    /** What the session has to do next. */
    enum Aftermath {
        NONE,
        /** The modem fell silent. */
        RECOVER,
        /** It asks to be set up again. */
        INITIALISE,
        /** SIM or settings are at fault: the next message would meet the same. */
        HOLD
    }

    Transmission {
        references = Map.copyOf(references);
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(aftermath, "aftermath");
    }
}
