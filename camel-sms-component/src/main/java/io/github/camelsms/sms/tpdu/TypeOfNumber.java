package io.github.camelsms.sms.tpdu;

/** Type of number, bits 6 to 4 of the type of address (3GPP TS 23.040, 9.1.2.5). */
public enum TypeOfNumber {
    UNKNOWN(0),
    INTERNATIONAL(1),
    NATIONAL(2),
    NETWORK_SPECIFIC(3),
    SUBSCRIBER(4),
    ALPHANUMERIC(5),
    ABBREVIATED(6),
    RESERVED(7);

    private static final TypeOfNumber[] BY_VALUE = values();

    private final int value;

    TypeOfNumber(int value) {
        this.value = value;
    }

    /** The value in a type of address, 0 to 7. */
    public int value() {
        return value;
    }

    /** The type that a type of address octet names. */
    public static TypeOfNumber ofTypeOfAddress(int typeOfAddress) {
        return BY_VALUE[(typeOfAddress >> 4) & 7];
    }
}
