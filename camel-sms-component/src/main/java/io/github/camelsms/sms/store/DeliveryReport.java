package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A gateway's word on one part that its network had accepted.
 *
 * @param gateway who says so
 * @param reference the network's reference of the part, as given when it was accepted
 * @param recipient who it was sent to, where the report says so: a reference of eight bits is not enough alone
 * @param state {@code ENROUTE} while the network still tries, or a final state
 * @param reason in words, or empty
 * @param at when it happened
 */
public record DeliveryReport(
        String gateway, String reference, Optional<String> recipient, MessageState state, String reason, Instant at) {

    public DeliveryReport {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        if (!state.isFinal() && state != MessageState.ENROUTE) {
            throw new IllegalArgumentException("A delivery report says ENROUTE or a final state, not " + state);
        }
    }
}
