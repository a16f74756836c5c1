package io.github.camelsms.sms.tpdu;

/** Message waiting indication of a data coding scheme (3GPP TS 23.038, 4, groups 1100 to 1110). */
public record MessageWaiting(Kind kind, Indication indication, Storage storage) {

    /** What waits, in the order of the values 0 to 3. */
    public enum Kind {
        VOICEMAIL,
        FAX,
        EMAIL,
        OTHER;

        private static final Kind[] BY_VALUE = values();

        static Kind ofLowBits(int octet) {
            return BY_VALUE[octet & 3];
        }
    }

    /** Whether the indicator of the phone is to be switched on or off. */
    public enum Indication {
        INACTIVE,
        ACTIVE
    }

    /** Whether the phone may discard the text. */
    public enum Storage {
        DISCARD,
        STORE
    }
}
