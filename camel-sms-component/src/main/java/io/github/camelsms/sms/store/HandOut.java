package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a mailbox gave to a consumer that asked.
 *
 * @param items leased things, the most urgent first
 * @param nextDue when the earliest of the others becomes due, when there is one that waits for a time
 */
public record HandOut<T>(List<Leased<T>> items, Optional<Instant> nextDue) {

    /** One thing and the right to work on it. */
    public record Leased<T>(Lease lease, T item) {

        public Leased {
            Objects.requireNonNull(lease, "lease");
            Objects.requireNonNull(item, "item");
        }
    }

    public HandOut {
        items = List.copyOf(items);
        Objects.requireNonNull(nextDue, "nextDue");
    }
}
