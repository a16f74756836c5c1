package io.github.camelsms.routes.ingress;

import java.util.Objects;

/**
 * A message of a phone that somebody hands over to us, who has proved to be the gateway that received it.
 *
 * @param gateway who received it
 * @param originator who has sent it, as the network shows it
 * @param payload what it says
 */
public record ReceivedRequest(String gateway, String originator, Payload payload) {

    public ReceivedRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(payload, "payload");
    }
}
