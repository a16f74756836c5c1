package io.github.camelsms.sms.tpdu;

/**
 * The first octet of a TPDU (3GPP TS 23.040, 9.2.2): the message type indicator and flags, whose meaning depends on the
 * type. Bits are counted from 0, the lowest.
 *
 * @param octet 0 to 255
 */
public record FirstOctet(int octet) {

    private static final int TYPE = 0x03;
    private static final int NO_MORE_MESSAGES_OR_REJECT_DUPLICATES = 0x04;
    private static final int LOOP_PREVENTION = 0x08;
    private static final int VALIDITY_FORMAT = 0x18;
    private static final int STATUS_REPORT = 0x20;
    private static final int USER_DATA_HEADER = 0x40;
    private static final int REPLY_PATH = 0x80;

    public FirstOctet {
        Range.requireOctet("first octet", octet);
    }

    /** TP-MTI, bits 1 and 0 (9.2.3.1); 3 is reserved. */
    public int messageTypeIndicator() {
        return octet & TYPE;
    }

    /** TP-MMS of a DELIVER or STATUS-REPORT (9.2.3.2): more messages wait in the service centre. The bit is then zero. */
    public boolean moreMessagesToSend() {
        return !has(NO_MORE_MESSAGES_OR_REJECT_DUPLICATES);
    }

    /** TP-RD of a SUBMIT (9.2.3.25): the centre shall refuse a message with the same reference to the same destination. */
    public boolean rejectDuplicates() {
        return has(NO_MORE_MESSAGES_OR_REJECT_DUPLICATES);
    }

    /** TP-LP of a DELIVER or STATUS-REPORT (9.2.3.28): the message was forwarded or made by a machine. */
    public boolean loopPrevention() {
        return has(LOOP_PREVENTION);
    }

    /** TP-VPF of a SUBMIT (9.2.3.3): 0 no validity period, 1 enhanced, 2 relative, 3 absolute. */
    public int validityPeriodFormat() {
        return (octet & VALIDITY_FORMAT) >> 3;
    }

    /** TP-SRI of a DELIVER (9.2.3.4), TP-SRR of a SUBMIT or COMMAND (9.2.3.5): a status report is asked for. */
    public boolean statusReportRequested() {
        return has(STATUS_REPORT);
    }

    /** TP-SRQ of a STATUS-REPORT (9.2.3.26): it answers a COMMAND and not a SUBMIT. */
    public boolean statusReportOfCommand() {
        return has(STATUS_REPORT);
    }

    /** TP-UDHI (9.2.3.23): the user data begins with a header. */
    public boolean userDataHeader() {
        return has(USER_DATA_HEADER);
    }

    /** TP-RP of a DELIVER or SUBMIT (9.2.3.17): a reply may use the service centre of this message. */
    public boolean replyPath() {
        return has(REPLY_PATH);
    }

    static FirstOctet of(int messageTypeIndicator) {
        return new FirstOctet(messageTypeIndicator);
    }

    static FirstOctet decode(OctetReader in, int messageTypeIndicator) {
        FirstOctet read = new FirstOctet(in.octet("firstOctet"));
        if (read.messageTypeIndicator() != messageTypeIndicator) {
            throw in.fail(
                    "firstOctet", 0, "message type " + read.messageTypeIndicator() + ", not " + messageTypeIndicator);
        }
        return read;
    }

    FirstOctet withStatusReport() {
        return new FirstOctet(octet | STATUS_REPORT);
    }

    FirstOctet withRejectDuplicates() {
        return new FirstOctet(octet | NO_MORE_MESSAGES_OR_REJECT_DUPLICATES);
    }

    FirstOctet withNoMoreMessages() {
        return new FirstOctet(octet | NO_MORE_MESSAGES_OR_REJECT_DUPLICATES);
    }

    FirstOctet withReplyPath() {
        return new FirstOctet(octet | REPLY_PATH);
    }

    FirstOctet withValidityPeriodFormat(int format) {
        return new FirstOctet((octet & ~VALIDITY_FORMAT) | (format << 3));
    }

    FirstOctet withUserDataHeaderOf(UserData userData) {
        return new FirstOctet(userData.header().isPresent() ? octet | USER_DATA_HEADER : octet & ~USER_DATA_HEADER);
    }

    void requireType(String tpdu, int messageTypeIndicator) {
        if (messageTypeIndicator() != messageTypeIndicator) {
            throw new IllegalArgumentException(
                    tpdu + " has message type " + messageTypeIndicator + ", not " + messageTypeIndicator());
        }
    }

    void requireHeaderAsIn(UserData userData) {
        if (userDataHeader() != userData.header().isPresent()) {
            throw new IllegalArgumentException("the first octet says that there is " + (userDataHeader() ? "a" : "no")
                    + " user data header, the user data says otherwise");
        }
    }

    private boolean has(int bit) {
        return (octet & bit) != 0;
    }
}
