package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Instant;

/**
 * What a request may ask for beside recipients and payload. This is the allow-list: each option becomes one header of
 * the message contract, and nothing else does.
 */
public enum Option {
    /** What the phone shows. */
    SENDER(SmsConstants.FROM, String.class),
    /** Mailbox that answers go to. */
    REPLY(SmsConstants.REPLY_TO, String.class),
    /** Id of a gateway, or several in the order of preference. */
    GATEWAY(SmsConstants.GATEWAY, String.class),
    /** Cut the text to so many parts, 1 to 128. */
    MAX_PARTS(SmsConstants.MAX_PARTS, Integer.class),
    /** Alphabet of a text, GSM7 or UCS2. */
    ENCODING(SmsConstants.ENCODING, String.class),
    /** User data header in hex, without its length octet. */
    UDH(SmsConstants.UDH, String.class),
    /** TP-PID, 0 to 255. */
    PID(SmsConstants.PID, Integer.class),
    /** TP-DCS, 0 to 255. */
    DCS(SmsConstants.DCS, Integer.class),
    /** Message class, 0 to 3. */
    MESSAGE_CLASS(SmsConstants.MESSAGE_CLASS, Integer.class),
    /** 0 (bulk) to 3 (alert). */
    PRIORITY(SmsConstants.PRIORITY, Integer.class),
    /** Not to be sent before. */
    NOT_BEFORE(SmsConstants.NOT_BEFORE, Instant.class),
    /** Not to be sent after. */
    EXPIRES_AT(SmsConstants.EXPIRES_AT, Instant.class),
    /** Whether the network is asked for a delivery report. */
    REPORT_REQUESTED(SmsConstants.REPORT_REQUESTED, Boolean.class),
    /** Who is told what became of it. */
    REPORT_URL(SmsConstants.REPORT_URL, String.class),
    /** Which events are told there, in the words of Kannel's dlr-mask. */
    REPORT_MASK(SmsConstants.REPORT_MASK, Integer.class),
    /** Mailbox that is told by mail what became of it; {@code <>} for nobody. */
    REPORT_TO(SmsConstants.REPORT_TO, String.class),
    /** Message-ID of the mail that it was made from. */
    MAIL_ID(SmsConstants.MAIL_ID, String.class),
    /** What the books of the sender are to say. */
    BILLING(SmsConstants.BILLING, String.class),
    /** Parameters that the provider of the gateway understands, as a query string. */
    PROVIDER_PARAMETERS(SmsConstants.PROVIDER_PARAMETERS, String.class),
    /** Requests of an account with the same key are one request. */
    IDEMPOTENCY_KEY(SmsConstants.IDEMPOTENCY_KEY, String.class);

    private final String header;
    private final Class<?> type;

    Option(String header, Class<?> type) {
        this.header = header;
        this.type = type;
    }

    String header() {
        return header;
    }

    boolean holds(Object value) {
        return type.isInstance(value);
    }
}
