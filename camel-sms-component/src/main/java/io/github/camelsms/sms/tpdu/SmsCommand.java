package io.github.camelsms.sms.tpdu;

/**
 * SMS-COMMAND, an order to the service centre about a message sent before (3GPP TS 23.040, 9.2.2.4).
 *
 * @param firstOctet of message type 2
 * @param messageReference of this command, 0 to 255
 * @param commandType what to do (9.2.3.19), such as {@link #ENQUIRY}
 * @param messageNumber reference of the message that it is about, 0 to 255
 * @param destination of that message
 * @param commandData as it is, also where it begins with a header
 */
public record SmsCommand(
        FirstOctet firstOctet,
        int messageReference,
        ProtocolIdentifier protocolIdentifier,
        int commandType,
        int messageNumber,
        Address destination,
        Octets commandData)
        implements Tpdu {

    /** Asks for a status report. */
    public static final int ENQUIRY = 0;

    /** Cancels the request for a status report. */
    public static final int CANCEL_STATUS_REPORT = 1;

    /** Deletes the message. */
    public static final int DELETE = 2;

    /** Asks for a status report once the fate of the message is known. */
    public static final int ENABLE_STATUS_REPORT = 3;

    /** Most octets of command data: what is left beside the longest address. */
    public static final int MAX_OCTETS = 146;

    private static final String NAME = "SmsCommand";
    private static final int TYPE = 2;

    public SmsCommand {
        firstOctet.requireType(NAME, TYPE);
        Range.requireOctet("message reference", messageReference);
        Range.requireOctet("command type", commandType);
        Range.requireOctet("message number", messageNumber);
        Range.require("command data length", commandData.length(), 0, MAX_OCTETS);
    }

    /** A command without data about the message that had this reference. */
    public static SmsCommand of(int commandType, int messageNumber, Address destination) {
        return new SmsCommand(
                FirstOctet.of(TYPE),
                0,
                ProtocolIdentifier.DEFAULT,
                commandType,
                messageNumber,
                destination,
                Octets.EMPTY);
    }

    /**
     * Reads a COMMAND.
     *
     * @throws TpduException naming what cannot be read
     */
    public static SmsCommand decode(byte[] octets) {
        OctetReader in = new OctetReader(NAME, octets);
        FirstOctet firstOctet = FirstOctet.decode(in, TYPE);
        int messageReference = in.octet("messageReference");
        ProtocolIdentifier protocolIdentifier = new ProtocolIdentifier(in.octet("protocolIdentifier"));
        int commandType = in.octet("commandType");
        int messageNumber = in.octet("messageNumber");
        Address destination = Address.decode(in, "destination");
        int lengthAt = in.position();
        int length = in.octet("commandData.length");
        if (length > MAX_OCTETS) {
            throw in.fail("commandData.length", lengthAt, "at most " + MAX_OCTETS + " octets, not " + length);
        }
        Octets commandData = in.octets(length, "commandData");
        return new SmsCommand(
                firstOctet, messageReference, protocolIdentifier, commandType, messageNumber, destination, commandData);
    }

    @Override
    public byte[] encode() {
        OctetWriter out = new OctetWriter()
                .octet(firstOctet.octet())
                .octet(messageReference)
                .octet(protocolIdentifier.octet())
                .octet(commandType)
                .octet(messageNumber);
        destination.encode(out);
        return out.octet(commandData.length()).octets(commandData).toArray();
    }
}
