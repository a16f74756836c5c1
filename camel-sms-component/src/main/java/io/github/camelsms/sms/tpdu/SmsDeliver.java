package io.github.camelsms.sms.tpdu;

/**
 * SMS-DELIVER, a message from the service centre to a mobile (3GPP TS 23.040, 9.2.2.1).
 *
 * @param firstOctet of message type 0, or the reserved 3
 */
public record SmsDeliver(
        FirstOctet firstOctet,
        Address originator,
        ProtocolIdentifier protocolIdentifier,
        DataCodingScheme dataCodingScheme,
        ServiceCentreTimeStamp serviceCentreTimeStamp,
        UserData userData)
        implements Tpdu {

    private static final String NAME = "SmsDeliver";
    private static final int TYPE = 0;
    private static final int RESERVED_TYPE = 3;

    public SmsDeliver {
        if (firstOctet.messageTypeIndicator() != RESERVED_TYPE) {
            firstOctet.requireType(NAME, TYPE);
        }
        firstOctet.requireHeaderAsIn(userData);
        userData.requireAlphabetOf(dataCodingScheme);
        userData.requireAtMost(UserData.MAX_OCTETS);
    }

    /** The last of the waiting messages, with nothing asked for. */
    public static SmsDeliver of(
            Address originator, DataCodingScheme dataCodingScheme, ServiceCentreTimeStamp time, UserData userData) {
        return new SmsDeliver(
                FirstOctet.of(TYPE).withNoMoreMessages().withUserDataHeaderOf(userData),
                originator,
                ProtocolIdentifier.DEFAULT,
                dataCodingScheme,
                time,
                userData);
    }

    /**
     * Reads a DELIVER.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsDeliver decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = new FirstOctet(in.octet("firstOctet"));
        if (firstOctet.messageTypeIndicator() != TYPE && firstOctet.messageTypeIndicator() != RESERVED_TYPE) {
            throw in.fail("firstOctet", 0, "message type " + firstOctet.messageTypeIndicator() + " is no DELIVER");
        }
        Address originator = Address.decode(in, "originator");
        ProtocolIdentifier protocolIdentifier = new ProtocolIdentifier(in.octet("protocolIdentifier"));
        DataCodingScheme dataCodingScheme = new DataCodingScheme(in.octet("dataCodingScheme"));
        ServiceCentreTimeStamp time = ServiceCentreTimeStamp.decode(in, "serviceCentreTimeStamp");
        UserData userData = UserData.decode(in, firstOctet, dataCodingScheme, UserData.MAX_OCTETS);
        return new SmsDeliver(firstOctet, originator, protocolIdentifier, dataCodingScheme, time, userData);
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter().octet(firstOctet.octet());
        originator.encode(out);
        out.octet(protocolIdentifier.octet()).octet(dataCodingScheme.octet()).octets(serviceCentreTimeStamp.octets());
        userData.encode(out);
        return out.toArray();
    }
}
