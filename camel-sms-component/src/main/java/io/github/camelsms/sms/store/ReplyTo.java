package io.github.camelsms.sms.store;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * The mailbox that answers to a message go to, and how long: the reply link between mailbox and number lives for
 * {@code expiry} from the time that the message is accepted.
 */
public record ReplyTo(String mailbox, Duration expiry) {

    public ReplyTo {
        Objects.requireNonNull(expiry, "expiry");
        if (mailbox.isBlank()) {
            throw new IllegalArgumentException("A reply mailbox must not be blank");
        }
    }

    /** The same for mailboxes that differ in upper and lower case alone: they are one person. */
    public String key() {
        return mailbox.strip().toLowerCase(Locale.ROOT);
    }
}
