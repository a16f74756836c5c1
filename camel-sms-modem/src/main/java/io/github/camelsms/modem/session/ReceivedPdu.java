package io.github.camelsms.modem.session;

import java.util.Objects;

/**
 * A message or status report that the network has delivered to the modem.
 *
 * @param hex service centre address and TPDU as the modem gave them, not checked
 * @param delivery 1 when it is offered for the first time
 */
public record ReceivedPdu(String hex, int delivery) {

    public ReceivedPdu {
        Objects.requireNonNull(hex, "hex");
    }
}
