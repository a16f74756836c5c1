package io.github.camelsms.sms.store;

import java.util.Objects;

/**
 * A received message as the store knows it now.
 *
 * @param id its identity
 * @param incoming what was received
 * @param state where it is
 * @param reason why, in words, or empty
 * @param attempts how often it was handed out
 */
public record IncomingRecord(MessageId id, Incoming incoming, IncomingState state, String reason, int attempts) {

    public IncomingRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(incoming, "incoming");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}
