package io.github.camelsms.sms.store;

import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a message, as {@code sms:reports} hands it out: each message has one with a final state, and at most
 * one {@linkplain Kind#DELAYED warning} and, where it asks for it, one {@linkplain Kind#SENT step} before.
 *
 * @param message which message
 * @param kind what this is about
 * @param state its state
 * @param reason why, where there is more to say than the state does
 * @param recipient who it was for
 * @param replyTo the mailbox of its sender, where one is known
 * @param at when it happened
 */
public record Outcome(
        MessageId message,
        Kind kind,
        MessageState state,
        String reason,
        PhoneNumber recipient,
        Optional<String> replyTo,
        Instant at) {

    /** Whether there is more to come. */
    public enum Kind {
        /** Nothing more will happen. */
        FINAL,
        /** The network has it; made for a message that asks for it. */
        SENT,
        /** It takes longer than it should. */
        DELAYED
    }

    public Outcome {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(at, "at");
    }

    /** What it is about in one word: {@code DELAYED}, {@code ENROUTE} when the network has it, or the final state. */
    public String word() {
        return kind == Kind.DELAYED ? kind.name() : state.name();
    }
}
