package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * SMS-STATUS-REPORT, what became of a message (3GPP TS 23.040, 9.2.2.3).
 *
 * @param firstOctet of message type 2
 * @param messageReference of the SUBMIT or COMMAND, 0 to 255; it wraps
 * @param recipient as the network knows it, perhaps in another form than in the SUBMIT
 * @param serviceCentreTimeStamp when the service centre received the SUBMIT
 * @param dischargeTime when the status came about
 * @param parameters behind the status, where the report goes on
 */
public record SmsStatusReport(
        FirstOctet firstOctet,
        int messageReference,
        Address recipient,
        ServiceCentreTimeStamp serviceCentreTimeStamp,
        ServiceCentreTimeStamp dischargeTime,
        TpStatus status,
        Optional<ReportParameters> parameters)
        implements Tpdu {

    /** Most octets of user data: what is left beside the longest address and all parameters. */
    public static final int MAX_OCTETS = 131;

    private static final String NAME = "SmsStatusReport";
    private static final int TYPE = 2;

    /** An erased octet of a SIM: filler of a record and no parameter indicator. */
    private static final int FILLER = 0xFF;

    public SmsStatusReport {
        firstOctet.requireType(NAME, TYPE);
        Range.requireOctet("message reference", messageReference);
        if (parameters.isPresent()) {
            parameters.get().requireFit(firstOctet, MAX_OCTETS);
        }
    }

    /** The report of a SUBMIT, without parameters. */
    public static SmsStatusReport of(
            int messageReference,
            Address recipient,
            ServiceCentreTimeStamp received,
            ServiceCentreTimeStamp discharged,
            TpStatus status) {
        return new SmsStatusReport(
                FirstOctet.of(TYPE).withNoMoreMessages(),
                messageReference,
                recipient,
                received,
                discharged,
                status,
                Optional.empty());
    }

    /**
     * Reads a STATUS-REPORT.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsStatusReport decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = FirstOctet.decode(in, TYPE);
        int messageReference = in.octet("messageReference");
        Address recipient = Address.decode(in, "recipient");
        ServiceCentreTimeStamp received = ServiceCentreTimeStamp.decode(in, "serviceCentreTimeStamp");
        ServiceCentreTimeStamp discharged = ServiceCentreTimeStamp.decode(in, "dischargeTime");
        TpStatus status = new TpStatus(in.octet("status"));
        return new SmsStatusReport(
                firstOctet, messageReference, recipient, received, discharged, status, parameters(in, firstOctet));
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter().octet(firstOctet.octet()).octet(messageReference);
        recipient.encode(out);
        out.octets(serviceCentreTimeStamp.octets())
                .octets(dischargeTime.octets())
                .octet(status.octet());
        if (parameters.isPresent()) {
            out.octet(parameters.get().indicator());
            parameters.get().encode(out);
        }
        return out.toArray();
    }

    private static Optional<ReportParameters> parameters(OctetReader in, FirstOctet firstOctet) {
        if (in.remaining() == 0 || in.peek() == FILLER) {
            return Optional.empty();
        }
        return Optional.of(ReportParameters.decode(in, firstOctet, ReportParameters.indicator(in), MAX_OCTETS));
    }
}
