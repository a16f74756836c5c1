package io.github.camelsms.routes.ingress;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of a phone that somebody hands over to us, who has proved to be the gateway that received it.
 *
 * @param gateway who received it
 * @param originator who has sent it, as the network shows it
 * @param payload what it says
 * @param reference how the gateway calls it: it may come again under this name
 * @param options what else is known of it: {@link Option#UDH} and {@link Option#ENCODING}
 */
public record ReceivedRequest(
        String gateway, String originator, Payload payload, Optional<String> reference, Map<Option, String> options) {

    /** A message of which nothing else is known. */
    public ReceivedRequest(String gateway, String originator, Payload payload, Optional<String> reference) {
        this(gateway, originator, payload, reference, Map.of());
    }

    public ReceivedRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(reference, "reference");
        options = Map.copyOf(options);
    }
}
