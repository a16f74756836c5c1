package io.github.camelsms.sms.message;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What the network has accepted of one message, part by part, so that no retry, failover or restart sends a part again
 * that was accepted before.
 *
 * <p>Order of calls for each attempt: {@link #open}, then for every part that {@link Plan#accepted} does not hold, in
 * ascending order, {@link #sending} before the last octet that could make the network send it, and {@link #accepted}
 * as soon as the network has taken it. Stages complete when the fact is durable; a caller waits for each before it goes
 * on. A stage that fails with {@link IllegalStateException} means that this attempt has lost its lease: nothing more
 * may be sent.
 */
public interface PartLedger {

    /**
     * What is known when an attempt begins.
     *
     * @param concatReference reference for the concatenation element of all parts, 0 to 65535; the same for every
     *     attempt of the message. With 8-bit references the low octet counts.
     * @param accepted part index, from 1, to the reference that the network gave it
     */
    record Plan(int concatReference, Map<Integer, String> accepted) {

        public Plan {
            if (concatReference < 0 || concatReference > 0xFFFF) {
                throw new IllegalArgumentException("concatReference is 0 to 65535, not " + concatReference);
            }
            accepted = Map.copyOf(accepted);
        }
    }

    /**
     * Opens the ledger for an attempt to send the message as {@code total} parts.
     *
     * @param total number of parts, 1 to 255
     */
    CompletionStage<Plan> open(int total);

    /** Part {@code index}, from 1, is about to be sent: from now on its fate is uncertain until {@link #accepted}. */
    CompletionStage<Void> sending(int index);

    /** The network has accepted part {@code index}, from 1, and calls it {@code reference}. */
    CompletionStage<Void> accepted(int index, String reference);

    /**
     * The same for the part that makes the message whole. A ledger whose owner is told of the end of the message right
     * after that may write both at once, and complete before either is durable.
     */
    default CompletionStage<Void> acceptedLast(int index, String reference) {
        return accepted(index, reference);
    }
}
