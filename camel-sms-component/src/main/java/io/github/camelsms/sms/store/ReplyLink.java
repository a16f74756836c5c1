package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A mailbox that has lately written to a phone: answers of that phone belong to it.
 *
 * @param number digits, without a plus
 * @param mailbox as its owner writes it
 * @param message the last message that it wrote
 * @param expiresAt end of the link
 */
public record ReplyLink(String number, String mailbox, MessageId message, Instant expiresAt) {

    public ReplyLink {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
