package io.github.camelsms.sms.camel;

import org.apache.camel.spi.Metadata;

/**
 * The message contract: headers and exchange properties that {@code sms:} and {@code gsmmodem:} share.
 *
 * <p>The body is a {@code String} (text) or a {@code byte[]} (8-bit data). Facts that an outsider must never be able to
 * set, such as "already authenticated", are exchange <em>properties</em>, not headers.
 */
public final class SmsConstants {

    /** Every header of this contract starts with this. */
    public static final String PREFIX = "CamelSms";

    @Metadata(description = "Recipient number, or several separated by a comma", javaType = "String")
    public static final String TO = "CamelSmsTo";

    @Metadata(
            description = "Sender as shown to the phone, or the originator of a received message",
            javaType = "String")
    public static final String FROM = "CamelSmsFrom";

    @Metadata(
            description = "Identity of the message; it never changes, also when the message is retried",
            javaType = "String")
    public static final String MESSAGE_ID = "CamelSmsMessageId";

    @Metadata(description = "Gateway id, or a preference list such as us,eu", javaType = "String")
    public static final String GATEWAY = "CamelSmsGateway";

    @Metadata(
            description =
                    "Mobile network of the recipient, MCC and MNC such as 26201, where a step of a route has found it"
                            + " out; price lines of networks go by it",
            javaType = "String")
    public static final String NETWORK = "CamelSmsNetwork";

    @Metadata(description = "Account that the message belongs to", javaType = "String")
    public static final String ACCOUNT = "CamelSmsAccount";

    @Metadata(description = "Mailbox that replies to this message go to", javaType = "String")
    public static final String REPLY_TO = "CamelSmsReplyTo";

    @Metadata(description = "Cut the text so that it needs at most so many parts (1 to 128)", javaType = "Integer")
    public static final String MAX_PARTS = "CamelSmsMaxParts";

    @Metadata(description = "Number of parts that the message has", javaType = "Integer")
    public static final String PARTS = "CamelSmsParts";

    @Metadata(description = "Alphabet of the message", javaType = "String", enums = "GSM7,UCS2,OCTETS")
    public static final String ENCODING = "CamelSmsEncoding";

    @Metadata(description = "User data header in hex, without its length octet", javaType = "String")
    public static final String UDH = "CamelSmsUdh";

    @Metadata(description = "Protocol identifier, TP-PID (3GPP TS 23.040, 9.2.3.9)", javaType = "Integer")
    public static final String PID = "CamelSmsPid";

    @Metadata(description = "Data coding scheme, TP-DCS (3GPP TS 23.038, 4)", javaType = "Integer")
    public static final String DCS = "CamelSmsDcs";

    @Metadata(description = "Message class 0 (flash) to 3", javaType = "Integer")
    public static final String MESSAGE_CLASS = "CamelSmsMessageClass";

    @Metadata(
            description = "Port of the program on the phone that a received message is for, such as 2948 (WAP push)",
            javaType = "Integer")
    public static final String PORT = "CamelSmsPort";

    @Metadata(description = "How long the network keeps trying", javaType = "java.time.Duration")
    public static final String VALIDITY = "CamelSmsValidity";

    @Metadata(description = "Do not send before this time", javaType = "java.time.Instant")
    public static final String NOT_BEFORE = "CamelSmsNotBefore";

    @Metadata(description = "Do not send after this time", javaType = "java.time.Instant")
    public static final String EXPIRES_AT = "CamelSmsExpiresAt";

    @Metadata(description = "Priority from 0 (bulk) over 1 (normal) to 3 (alert)", javaType = "Integer")
    public static final String PRIORITY = "CamelSmsPriority";

    @Metadata(description = "Ask the network for a delivery report", javaType = "Boolean")
    public static final String REPORT_REQUESTED = "CamelSmsReportRequested";

    @Metadata(description = "URL that is told what became of the message", javaType = "String")
    public static final String REPORT_URL = "CamelSmsReportUrl";

    @Metadata(
            description =
                    "What is told to the report URL, the sum of: 1 delivered, 2 not delivered, 4 still under way,"
                            + " 8 the network has it, 16 the network has refused it. With 8 sms:reports hands out that step too",
            javaType = "Integer")
    public static final String REPORT_MASK = "CamelSmsReportMask";

    @Metadata(
            description = "Mailbox that is told by mail what became of the message; <> is nobody. Without it that is"
                    + " the one that replies go to",
            javaType = "String")
    public static final String REPORT_TO = "CamelSmsReportTo";

    @Metadata(
            description = "Message-ID of the mail that the message was made from; answers refer to it",
            javaType = "String")
    public static final String MAIL_ID = "CamelSmsMailId";

    @Metadata(description = "Identity of a delivery report, the same in each attempt", javaType = "String")
    public static final String REPORT_ID = "CamelSmsReportId";

    @Metadata(
            description = "Accept the message and end it at once, as CANCELLED; the value is the reason",
            javaType = "String")
    public static final String DISCARD = "CamelSmsDiscard";

    @Metadata(
            description =
                    "List of phones that have opted out: a phone that is on it when the message is due gets nothing",
            javaType = "String")
    public static final String OPT_OUT_LIST = "CamelSmsOptOutList";

    @Metadata(description = "What the books of the sender are to say about it", javaType = "String")
    public static final String BILLING = "CamelSmsBilling";

    @Metadata(
            description = "Parameters for the provider of the gateway alone, as a query string: unicode=1&x=2",
            javaType = "String")
    public static final String PROVIDER_PARAMETERS = "CamelSmsProviderParameters";

    @Metadata(description = "References of the network or provider, one per part", javaType = "java.util.List<String>")
    public static final String REFERENCES = "CamelSmsReferences";

    @Metadata(description = "Time stamp of the service centre", javaType = "java.time.OffsetDateTime")
    public static final String TIMESTAMP = "CamelSmsTimestamp";

    @Metadata(description = "State of the message, such as DELIVERED", javaType = "String")
    public static final String STATE = "CamelSmsState";

    @Metadata(description = "Why the message is in its state", javaType = "String")
    public static final String REASON = "CamelSmsReason";

    @Metadata(description = "Which attempt to hand out the message this is, from 1", javaType = "Integer")
    public static final String ATTEMPT = "CamelSmsAttempt";

    @Metadata(description = "Mailboxes with a live reply link to the originator", javaType = "java.util.List<String>")
    public static final String REPLY_LINKS = "CamelSmsReplyLinks";

    @Metadata(description = "What the message cost, as the gateway said", javaType = "java.math.BigDecimal")
    public static final String PRICE = "CamelSmsPrice";

    @Metadata(description = "Credit that is left, as the gateway said", javaType = "java.math.BigDecimal")
    public static final String BALANCE = "CamelSmsBalance";

    @Metadata(description = "Requests with the same key are one request", javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelSmsIdempotencyKey";

    @Metadata(description = "Reference of a concatenated message", javaType = "Integer")
    public static final String CONCAT_REFERENCE = "CamelSmsConcatReference";

    @Metadata(description = "Index of this part, from 1", javaType = "Integer")
    public static final String CONCAT_INDEX = "CamelSmsConcatIndex";

    @Metadata(description = "Number of parts of the concatenated message", javaType = "Integer")
    public static final String CONCAT_TOTAL = "CamelSmsConcatTotal";

    @Metadata(description = "TPDU as the network delivered it, without the service centre address", javaType = "byte[]")
    public static final String TPDU = "CamelSmsTpdu";

    /** Exchange property: the {@link io.github.camelsms.sms.message.PartLedger} of a message that is being sent. */
    public static final String LEDGER_PROPERTY = "CamelSmsPartLedger";

    /** Exchange property: name of the account that the ingress has authenticated; never a header. */
    public static final String AUTHENTICATED_PROPERTY = "CamelSmsAuthenticatedAccount";

    /** Exchange property: the {@link java.net.InetAddress} that a request has come from; never a header. */
    public static final String CLIENT_PROPERTY = "CamelSmsClientAddress";

    /**
     * Exchange property: the {@link io.github.camelsms.sms.routing.Explanation} that each step which decides about the
     * message writes to. In a dry run {@code sms:outgoing} checks the message and stores nothing.
     */
    public static final String EXPLANATION_PROPERTY = "CamelSmsExplanation";

    /**
     * Exchange property: a digest of what was asked for, before rules and routing. Requests with the same idempotency key
     * are the same when they agree in it; without it, when the messages are the same that came of them.
     */
    public static final String REQUEST_DIGEST_PROPERTY = "CamelSmsRequestDigest";

    private SmsConstants() {}
}
