package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * SMS-SUBMIT, a message from a mobile to the service centre (3GPP TS 23.040, 9.2.2.2). Begin with {@link #of} and add
 * what is wanted: {@code SmsSubmit.of(to, dcs, userData).requestingStatusReport().withValidityPeriod(period)}.
 *
 * @param firstOctet of message type 1; its flags agree with the validity period and the user data
 * @param messageReference 0 to 255; a modem puts in its own
 */
public record SmsSubmit(
        FirstOctet firstOctet,
        int messageReference,
        Address destination,
        ProtocolIdentifier protocolIdentifier,
        DataCodingScheme dataCodingScheme,
        Optional<ValidityPeriod> validityPeriod,
        UserData userData)
        implements Tpdu {

    private static final String NAME = "SmsSubmit";
    private static final int TYPE = 1;

    public SmsSubmit {
        firstOctet.requireType(NAME, TYPE);
        firstOctet.requireHeaderAsIn(userData);
        Range.requireOctet("message reference", messageReference);
        int format = validityPeriod.map(ValidityPeriod::format).orElse(0);
        if (firstOctet.validityPeriodFormat() != format) {
            throw new IllegalArgumentException("the first octet says validity period format "
                    + firstOctet.validityPeriodFormat() + ", the validity period has " + format);
        }
        userData.requireAlphabetOf(dataCodingScheme);
        userData.requireAtMost(UserData.MAX_OCTETS);
    }

    /** A message with reference 0, the default protocol identifier, and nothing asked for. */
    public static SmsSubmit of(Address destination, DataCodingScheme dataCodingScheme, UserData userData) {
        return new SmsSubmit(
                FirstOctet.of(TYPE).withUserDataHeaderOf(userData),
                0,
                destination,
                ProtocolIdentifier.DEFAULT,
                dataCodingScheme,
                Optional.empty(),
                userData);
    }

    /** TP-SRR: the service centre shall report what becomes of the message. */
    public SmsSubmit requestingStatusReport() {
        return with(firstOctet.withStatusReport(), messageReference, protocolIdentifier, validityPeriod);
    }

    /** TP-RD: the service centre shall refuse a message that it still holds. */
    public SmsSubmit rejectingDuplicates() {
        return with(firstOctet.withRejectDuplicates(), messageReference, protocolIdentifier, validityPeriod);
    }

    /** TP-RP: a reply may go through the same service centre. */
    public SmsSubmit withReplyPath() {
        return with(firstOctet.withReplyPath(), messageReference, protocolIdentifier, validityPeriod);
    }

    public SmsSubmit withMessageReference(int reference) {
        return with(firstOctet, reference, protocolIdentifier, validityPeriod);
    }

    public SmsSubmit withProtocolIdentifier(ProtocolIdentifier identifier) {
        return with(firstOctet, messageReference, identifier, validityPeriod);
    }

    public SmsSubmit withValidityPeriod(ValidityPeriod period) {
        return with(
                firstOctet.withValidityPeriodFormat(period.format()),
                messageReference,
                protocolIdentifier,
                Optional.of(period));
    }

    /**
     * Reads a SUBMIT.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsSubmit decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = FirstOctet.decode(in, TYPE);
        int messageReference = in.octet("messageReference");
        Address destination = Address.decode(in, "destination");
        ProtocolIdentifier protocolIdentifier = new ProtocolIdentifier(in.octet("protocolIdentifier"));
        DataCodingScheme dataCodingScheme = new DataCodingScheme(in.octet("dataCodingScheme"));
        Optional<ValidityPeriod> validityPeriod = validityPeriod(in, firstOctet);
        UserData userData = UserData.decode(in, firstOctet, dataCodingScheme, UserData.MAX_OCTETS);
        return new SmsSubmit(
                firstOctet,
                messageReference,
                destination,
                protocolIdentifier,
                dataCodingScheme,
                validityPeriod,
                userData);
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter().octet(firstOctet.octet()).octet(messageReference);
        destination.encode(out);
        out.octet(protocolIdentifier.octet()).octet(dataCodingScheme.octet());
        if (validityPeriod.isPresent()) {
            out.octets(validityPeriod.get().octets());
        }
        userData.encode(out);
        return out.toArray();
    }

    private static Optional<ValidityPeriod> validityPeriod(OctetReader in, FirstOctet firstOctet) {
        return switch (firstOctet.validityPeriodFormat()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new ValidityPeriod.Enhanced(in.octets(ServiceCentreTimeStamp.LENGTH, "validityPeriod")));
            case 2 -> Optional.of(new ValidityPeriod.Relative(in.octet("validityPeriod")));
            default -> Optional.of(new ValidityPeriod.Absolute(ServiceCentreTimeStamp.decode(in, "validityPeriod")));
        };
    }

    private SmsSubmit with(
            FirstOctet newFirstOctet,
            int newReference,
            ProtocolIdentifier newIdentifier,
            Optional<ValidityPeriod> newPeriod) {
        return new SmsSubmit(
                newFirstOctet, newReference, destination, newIdentifier, dataCodingScheme, newPeriod, userData);
    }
}
