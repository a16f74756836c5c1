package io.github.camelsms.sms.tpdu;

/**
 * TP-ST, what became of a message (3GPP TS 23.040, 9.2.3.15).
 *
 * @param octet 0 to 255
 */
public record TpStatus(int octet) {

    /** Received by the mobile. */
    public static final TpStatus RECEIVED = new TpStatus(0x00);

    /** Forwarded, but the service centre cannot confirm the delivery. */
    public static final TpStatus FORWARDED_UNCONFIRMED = new TpStatus(0x01);

    /** Replaced by another message before it was delivered. */
    public static final TpStatus REPLACED = new TpStatus(0x02);

    /** The validity period has expired. */
    public static final TpStatus VALIDITY_EXPIRED = new TpStatus(0x46);

    /** Deleted by the originator. */
    public static final TpStatus DELETED_BY_ORIGINATOR = new TpStatus(0x47);

    /** Deleted by the administration of the service centre. */
    public static final TpStatus DELETED_BY_CENTRE = new TpStatus(0x48);

    /** The groups of values, 32 each; what they mean for the message. */
    public enum Category {
        /** The transaction is completed. */
        COMPLETED,
        /** A temporary error; the service centre is still trying: not final. */
        STILL_TRYING,
        /** A permanent error; the service centre makes no more attempts. */
        PERMANENT_ERROR,
        /** A temporary error, but the service centre makes no more attempts. */
        GAVE_UP,
        /** 80 to FF (hex): to be taken as "service rejected", 63. */
        RESERVED
    }

    /** Who has given the value its meaning. */
    public enum Assignment {
        STANDARD,
        RESERVED,
        SERVICE_CENTRE_SPECIFIC
    }

    /** How many values of each group the standard has assigned, from the first of the group on. */
    private static final int[] ASSIGNED = {3, 6, 10, 6};

    public TpStatus {
        Range.requireOctet("status", octet);
    }

    public Category category() {
        return switch (octet >> 5) {
            case 0 -> Category.COMPLETED;
            case 1 -> Category.STILL_TRYING;
            case 2 -> Category.PERMANENT_ERROR;
            case 3 -> Category.GAVE_UP;
            default -> Category.RESERVED;
        };
    }

    public Assignment assignment() {
        if (octet >= 0x80) {
            return Assignment.RESERVED;
        } else if ((octet & 0x10) != 0) {
            return Assignment.SERVICE_CENTRE_SPECIFIC;
        }
        return (octet & 0x0F) < ASSIGNED[octet >> 5] ? Assignment.STANDARD : Assignment.RESERVED;
    }
}
