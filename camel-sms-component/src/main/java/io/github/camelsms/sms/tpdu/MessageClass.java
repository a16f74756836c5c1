package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/** Message class (3GPP TS 23.038, 4): where a phone shows or keeps a message. */
public enum MessageClass {
    /** Shown at once and not stored: "flash". */
    CLASS_0(0),
    /** For the mobile equipment. */
    CLASS_1(1),
    /** For the SIM. */
    CLASS_2(2),
    /** For the terminal equipment. */
    CLASS_3(3);

    private static final MessageClass[] BY_VALUE = values();

    private final int value;

    MessageClass(int value) {
        this.value = value;
    }

    /** The value in a data coding scheme, 0 to 3. */
    public int value() {
        return value;
    }

    /** The class of a value, empty when there is none. */
    public static Optional<MessageClass> of(int value) {
        return value >= 0 && value < BY_VALUE.length ? Optional.of(BY_VALUE[value]) : Optional.empty();
    }

    static MessageClass ofLowBits(int octet) {
        return BY_VALUE[octet & 3];
    }
}
