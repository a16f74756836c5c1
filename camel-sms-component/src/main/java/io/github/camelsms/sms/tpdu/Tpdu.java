package io.github.camelsms.sms.tpdu;

/** A transfer protocol data unit (3GPP TS 23.040, 9.2.2). */
public sealed interface Tpdu
        permits SmsDeliver, SmsSubmit, SmsStatusReport, SmsDeliverReport, SmsSubmitReport, SmsCommand {

    /** The first octet: type and flags. */
    FirstOctet firstOctet();

    /** The octets of this TPDU, without a service centre address. */
    byte[] encode();

    /**
     * Reads what a mobile receives: a DELIVER or a STATUS-REPORT, in theory also a SUBMIT-REPORT.
     *
     * @throws TpduException when the octets cannot be read
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
        return direction == Direction.MOBILE_TERMINATED ? terminated(octets, type) : originated(octets, type);
    }

    private static Tpdu terminated(byte[] octets, int type) {
        return switch (type) {
            case 1 -> SmsSubmitReport.decode(octets);
            case 2 -> SmsStatusReport.decode(octets);
            // 0, and the reserved 3, which is to be taken as a DELIVER (9.2.3.1).
            default -> SmsDeliver.decode(octets);
        };
    }

    private static Tpdu originated(byte[] octets, int type) {
        return switch (type) {
            case 0 -> SmsDeliverReport.decode(octets);
            case 1 -> SmsSubmit.decode(octets);
            case 2 -> SmsCommand.decode(octets);
            default -> throw new TpduException("Tpdu.firstOctet", 0, "message type 3 is reserved in this direction");
        };
    }
}
