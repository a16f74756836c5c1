package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * SMS-SUBMIT-REPORT, the answer of the service centre to a SUBMIT or COMMAND (3GPP TS 23.040, 9.2.2.2a).
 *
 * @param firstOctet of message type 1
 * @param failureCause present in an RP-ERROR, absent in an RP-ACK
 * @param serviceCentreTimeStamp when the service centre received the message
 */
public record SmsSubmitReport(
        FirstOctet firstOctet,
        Optional<FailureCause> failureCause,
        ServiceCentreTimeStamp serviceCentreTimeStamp,
        ReportParameters parameters)
        implements Tpdu {

    /** Most octets of user data in an RP-ACK. */
    public static final int MAX_OCTETS = 152;

    /** Most octets of user data in an RP-ERROR, where the failure cause takes one. */
    public static final int MAX_OCTETS_OF_ERROR = MAX_OCTETS - 1;

    private static final String NAME = "SmsSubmitReport";
    private static final int TYPE = 1;

    public SmsSubmitReport {
        firstOctet.requireType(NAME, TYPE);
        parameters.requireFit(firstOctet, maxOctets(failureCause));
    }

    /** The message has been taken over. */
    public static SmsSubmitReport acknowledgement(ServiceCentreTimeStamp received) {
        return new SmsSubmitReport(FirstOctet.of(TYPE), Optional.empty(), received, ReportParameters.NONE);
    }

    /** The message has been refused. */
    public static SmsSubmitReport error(FailureCause cause, ServiceCentreTimeStamp received) {
        return new SmsSubmitReport(FirstOctet.of(TYPE), Optional.of(cause), received, ReportParameters.NONE);
    }

    /**
     * Reads a SUBMIT-REPORT; RP-ACK and RP-ERROR are told apart as in {@link SmsDeliverReport#decode}.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsSubmitReport decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = FirstOctet.decode(in, TYPE);
        Optional<FailureCause> failureCause = FailureCause.decode(in);
        int indicator = ReportParameters.indicator(in);
        ServiceCentreTimeStamp received = ServiceCentreTimeStamp.decode(in, "serviceCentreTimeStamp");
        return new SmsSubmitReport(
                firstOctet,
                failureCause,
                received,
                ReportParameters.decode(in, firstOctet, indicator, maxOctets(failureCause)));
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter().octet(firstOctet.octet());
        if (failureCause.isPresent()) {
            out.octet(failureCause.get().octet());
        }
        out.octet(parameters.indicator()).octets(serviceCentreTimeStamp.octets());
        parameters.encode(out);
        return out.toArray();
    }

    private static int maxOctets(Optional<FailureCause> failureCause) {
        return failureCause.isPresent() ? MAX_OCTETS_OF_ERROR : MAX_OCTETS;
    }
}
