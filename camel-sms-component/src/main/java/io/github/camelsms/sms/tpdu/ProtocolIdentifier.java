package io.github.camelsms.sms.tpdu;

import java.util.OptionalInt;

/**
 * TP-PID, the protocol identifier (3GPP TS 23.040, 9.2.3.9).
 *
 * @param octet 0 to 255
 */
public record ProtocolIdentifier(int octet) {

    /** An ordinary short message. */
    public static final ProtocolIdentifier DEFAULT = new ProtocolIdentifier(0x00);

    private static final int SHORT_MESSAGE_TYPE_0 = 0x40;
    private static final int LAST_REPLACE_TYPE = 0x47;

    public ProtocolIdentifier {
        Range.requireOctet("protocol identifier", octet);
    }

    /** Whether the phone shall acknowledge the message and show nothing of it. */
    public boolean shortMessageType0() {
        return octet == SHORT_MESSAGE_TYPE_0;
    }

    /** The "replace short message type" 1 to 7: the message replaces one of the same type and originator. */
    public OptionalInt replaceType() {
        return octet > SHORT_MESSAGE_TYPE_0 && octet <= LAST_REPLACE_TYPE
                ? OptionalInt.of(octet - SHORT_MESSAGE_TYPE_0)
                : OptionalInt.empty();
    }
}
