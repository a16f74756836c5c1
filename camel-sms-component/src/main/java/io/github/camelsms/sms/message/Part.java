package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.time.Instant;

/**
 * A received part of a longer message.
 *
 * @param deliver with a valid concatenation element
 * @param receivedAt when this gateway received it
 */
public record Part(SmsDeliver deliver, Instant receivedAt) {

    public Part {
        if (PartKey.of(deliver).isEmpty()) {
            throw new IllegalArgumentException("this is a message of one part");
        }
    }

    /** The index of the part, from 1. */
    public int sequence() {
        return deliver.userData().concatenation().orElseThrow().sequence();
    }

    boolean saysTheSameAs(Part other) {
        return deliver.userData().payload().equals(other.deliver.userData().payload());
    }
}
