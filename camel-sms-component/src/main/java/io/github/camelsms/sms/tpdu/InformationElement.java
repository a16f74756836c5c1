package io.github.camelsms.sms.tpdu;

/**
 * An information element of a user data header (3GPP TS 23.040, 9.2.3.24).
 *
 * @param identifier 0 to 255
 * @param data without the length octet
 */
public record InformationElement(int identifier, Octets data) {

    /** Concatenation with an 8-bit reference (9.2.3.24.1). */
    public static final int CONCATENATION_8 = 0x00;

    /** Special SMS message indication (9.2.3.24.2). */
    public static final int SPECIAL_MESSAGE_INDICATION = 0x01;

    /** Application ports, 8-bit (9.2.3.24.3). */
    public static final int PORTS_8 = 0x04;

    /** Application ports, 16-bit (9.2.3.24.4). */
    public static final int PORTS_16 = 0x05;

    /** Concatenation with a 16-bit reference (9.2.3.24.8). */
    public static final int CONCATENATION_16 = 0x08;

    /** National language single shift (9.2.3.24.15). */
    public static final int SINGLE_SHIFT = 0x24;

    /** National language locking shift (9.2.3.24.16). */
    public static final int LOCKING_SHIFT = 0x25;

    /** Identifier and length. */
    static final int OVERHEAD = 2;

    public InformationElement {
        Range.requireOctet("information element identifier", identifier);
        Range.require("information element length", data.length(), 0, UserDataHeader.MAX_LENGTH - OVERHEAD);
    }

    /** Octets in the header: identifier, length and data. */
    public int octetLength() {
        return OVERHEAD + data.length();
    }
}
