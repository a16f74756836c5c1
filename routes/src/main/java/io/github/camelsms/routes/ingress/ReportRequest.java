package io.github.camelsms.routes.ingress;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of a message, told by somebody who has proved to be the gateway that had it.
 *
 * @param gateway who had it
 * @param reference how that one calls it
 * @param recipient who it was for, where that is said
 * @param state {@code ENROUTE}, {@code DELIVERED}, {@code UNDELIVERABLE}, {@code EXPIRED} or {@code REJECTED}
 */
public record ReportRequest(String gateway, String reference, Optional<String> recipient, String state) {

    public ReportRequest {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
    }
}
