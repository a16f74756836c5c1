package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * SMS-DELIVER-REPORT, the answer of a mobile to a DELIVER or STATUS-REPORT (3GPP TS 23.040, 9.2.2.1a); with {@code
 * AT+CNMA} it goes to the modem.
 *
 * @param firstOctet of message type 0
 * @param failureCause present in an RP-ERROR, absent in an RP-ACK
 */
public record SmsDeliverReport(FirstOctet firstOctet, Optional<FailureCause> failureCause, ReportParameters parameters)
        implements Tpdu {

    /** Most octets of user data in an RP-ACK. */
    public static final int MAX_OCTETS = 159;

    /** Most octets of user data in an RP-ERROR, where the failure cause takes one. */
    public static final int MAX_OCTETS_OF_ERROR = MAX_OCTETS - 1;

    private static final String NAME = "SmsDeliverReport";
    private static final int TYPE = 0;

    public SmsDeliverReport {
        firstOctet.requireType(NAME, TYPE);
        parameters.requireFit(firstOctet, maxOctets(failureCause));
    }

    /** The message has been taken over. */
    public static SmsDeliverReport acknowledgement() {
        return new SmsDeliverReport(FirstOctet.of(TYPE), Optional.empty(), ReportParameters.NONE);
    }

    /** The message has been refused. */
    public static SmsDeliverReport error(FailureCause cause) {
        return new SmsDeliverReport(FirstOctet.of(TYPE), Optional.of(cause), ReportParameters.NONE);
    }

    /**
     * Reads a DELIVER-REPORT. Only the layer below tells RP-ACK and RP-ERROR apart; here the second octet does, which
     * has reserved bits that only a failure cause sets.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsDeliverReport decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = FirstOctet.decode(in, TYPE);
        Optional<FailureCause> failureCause = FailureCause.decode(in);
        int indicator = ReportParameters.indicator(in);
        return new SmsDeliverReport(
                firstOctet, failureCause, ReportParameters.decode(in, firstOctet, indicator, maxOctets(failureCause)));
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter().octet(firstOctet.octet());
        if (failureCause.isPresent()) {
            out.octet(failureCause.get().octet());
        }
        out.octet(parameters.indicator());
        parameters.encode(out);
        return out.toArray();
    }

    private static int maxOctets(Optional<FailureCause> failureCause) {
        return failureCause.isPresent() ? MAX_OCTETS_OF_ERROR : MAX_OCTETS;
    }
}
