package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as the store knows it now.
 *
 * @param id its identity
 * @param message what was accepted; its gateways are those that are left
 * @param state where it is
 * @param reason why, in words, or empty
 * @param attempts how often a gateway has tried
 * @param carriedBy the gateway that had it last
 * @param references the network's references of the parts it has accepted, in order
 * @param acceptedAt when it was accepted
 * @param dueAt when it is handed out at the earliest; empty when it is handed out, at rest or held
 */
public record MessageRecord(
        MessageId id,
        Message message,
        MessageState state,
        String reason,
        int attempts,
        Optional<String> carriedBy,
        List<String> references,
        Instant acceptedAt,
        Optional<Instant> dueAt) {

    public MessageRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(carriedBy, "carriedBy");
        references = List.copyOf(references);
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
