package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.PduPayload;
import java.util.Objects;

/**
 * One part of a message, ready to be sent.
 *
 * @param index from 1
 * @param pdu service centre address and TPDU
 * @param tpduLength octets of the TPDU alone, which is what {@code AT+CMGS} counts
 */
public record OutgoingPart(int index, PduPayload pdu, int tpduLength) {

    public OutgoingPart {
        Objects.requireNonNull(pdu, "pdu");
        if (index < 1 || tpduLength < 1 || tpduLength * 2 >= pdu.hex().length()) {
            throw new IllegalArgumentException("Part " + index + " with a TPDU of " + tpduLength + " octets in " + pdu);
        }
    }
}
