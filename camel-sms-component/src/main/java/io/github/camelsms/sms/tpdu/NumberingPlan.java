package io.github.camelsms.sms.tpdu;

/** Numbering plan, bits 3 to 0 of the type of address (3GPP TS 23.040, 9.1.2.5). */
public enum NumberingPlan {
    UNKNOWN(0),
    /** ITU-T E.164 and E.163. */
    ISDN(1),
    RESERVED_2(2),
    /** ITU-T X.121. */
    DATA(3),
    TELEX(4),
    SERVICE_CENTRE_SPECIFIC_5(5),
    SERVICE_CENTRE_SPECIFIC_6(6),
    RESERVED_7(7),
    NATIONAL(8),
    PRIVATE(9),
    ERMES(10),
    RESERVED_11(11),
    RESERVED_12(12),
    RESERVED_13(13),
    RESERVED_14(14),
    RESERVED_15(15);

    private static final NumberingPlan[] BY_VALUE = values();

    private final int value;

    NumberingPlan(int value) {
        this.value = value;
    }

    /** The value in a type of address, 0 to 15. */
    public int value() {
        return value;
    }

    /** The plan that a type of address octet names. */
    public static NumberingPlan ofTypeOfAddress(int typeOfAddress) {
        return BY_VALUE[typeOfAddress & 15];
    }
}
