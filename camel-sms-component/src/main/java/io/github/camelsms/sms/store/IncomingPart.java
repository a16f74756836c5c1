package io.github.camelsms.sms.store;

import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.time.Instant;
import java.util.Objects;

/**
 * A short message as the network delivered it: a message of its own or one part of a long one.
 *
 * @param gateway who received it
 * @param deliver its TPDU
 * @param receivedAt when this system got it
 */
public record IncomingPart(String gateway, SmsDeliver deliver, Instant receivedAt) {

    public IncomingPart {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(deliver, "deliver");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
