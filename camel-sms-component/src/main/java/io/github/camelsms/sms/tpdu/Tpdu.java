package io.github.camelsms.sms.tpdu;

/** A transfer protocol data unit (3GPP TS 23.040, 9.2.2). */
public sealed interface Tpdu permits SmsDeliver, SmsSubmit, SmsStatusReport {

    /** The first octet: type and flags. */
    FirstOctet firstOctet();

    /** The octets of this TPDU, without a service centre address. */
    byte[] encode();

    /**
     * Reads what a mobile receives: a DELIVER or a STATUS-REPORT.
     *
     * @throws TpduException when the octets are none of them
     */
    static Tpdu decodeIncoming(byte[] octets) {
        return decode(octets, Direction.MOBILE_TERMINATED);
    }

    /**
     * Reads a TPDU. Octets behind its end are ignored.
     *
     * @throws TpduException when the octets cannot be read
     */
    static Tpdu decode(byte[] octets, Direction direction) {
        if (octets.length == 0) {
            throw new TpduException("Tpdu.firstOctet", 0, "there is no octet");
        }
        int type = new FirstOctet(octets[0] & 0xFF).messageTypeIndicator();
        return switch (direction) {
            case MOBILE_TERMINATED ->
                switch (type) {
                    // A reserved type is to be taken as a DELIVER (9.2.3.1).
                    case 0, 3 -> SmsDeliver.decode(octets);
                    case 2 -> SmsStatusReport.decode(octets);
                    default -> throw unknown(type, direction);
                };
            case MOBILE_ORIGINATED ->
                switch (type) {
                    case 1 -> SmsSubmit.decode(octets);
                    default -> throw unknown(type, direction);
                };
        };
    }

    private static TpduException unknown(int type, Direction direction) {
        return new TpduException("Tpdu.firstOctet", 0, "there is no message type " + type + " in " + direction);
    }
}
