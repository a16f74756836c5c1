package io.github.camelsms.routes.mail;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.MessageRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What became of a message, in the fields of a delivery status notification (RFC 3464) and in words.
 *
 * @param action RFC 3464, 2.3.3
 * @param status RFC 3463
 * @param subject what a mailbox shows
 * @param sentence what a person reads first
 */
record DeliveryStatus(String action, String status, String subject, String sentence) {

    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT);
    private static final DateTimeFormatter PLAIN_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_REASON = 200;

    static DeliveryStatus of(String state, MessageRecord message) {
        String to = message.message().recipient().value();
        Instant until = message.message().expiresAt();
        return switch (state) {
            case "DELAYED" ->
                new DeliveryStatus(
                        "delayed",
                        "4.4.0",
                        "SMS to " + to + " is delayed",
                        "Your message to " + to + " has not been sent yet. There is nothing for you to do: it is tried"
                                + " until " + PLAIN_DATE.format(until) + ".");
            case "DELIVERED" ->
                new DeliveryStatus(
                        "delivered",
                        "2.0.0",
                        "SMS to " + to + " was delivered",
                        "Your message to " + to + " is on the phone.");
            case "EXPIRED" -> failed("4.4.7", to, "could not be delivered in time");
            case "CANCELLED" -> failed("5.0.0", to, "was cancelled");
            case "REJECTED" -> failed("5.0.0", to, "was refused and has not been sent");
            default -> failed("5.0.0", to, "could not be delivered");
        };
    }

    private static DeliveryStatus failed(String status, String to, String what) {
        return new DeliveryStatus(
                "failed",
                status,
                "SMS to " + to + " failed",
                "Your message to " + to + " " + what + ". It is not tried again.");
    }

    /** The part of type {@code message/delivery-status}: the fields of the message, a blank line, those of the recipient. */
    String fields(MessageRecord message, String reason, Instant at, String domain) {
        PhoneNumber recipient = message.message().recipient();
        StringBuilder fields = new StringBuilder();
        field(fields, "Reporting-MTA", "dns; " + domain);
        field(fields, "Arrival-Date", date(message.acceptedAt()));
        fields.append("\r\n");
        field(fields, "Final-Recipient", "rfc822; \"sms:" + recipient.value() + "\"@" + domain);
        field(fields, "Action", action);
        field(fields, "Status", status);
        if (!reason.isEmpty()) {
            field(fields, "Diagnostic-Code", "x-sms; " + ascii(reason));
        }
        field(fields, "Last-Attempt-Date", date(at));
        if (action.equals("delayed")) {
            field(fields, "Will-Retry-Until", date(message.message().expiresAt()));
        }
        return fields.toString();
    }

    private static void field(StringBuilder fields, String name, String value) {
        fields.append(name).append(": ").append(value).append("\r\n");
    }

    static String date(Instant at) {
        return MAIL_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** These fields know no other characters. */
    private static String ascii(String text) {
        return HeaderText.of(text, LONGEST_REASON).replaceAll("[^\\x20-\\x7E]", "?");
    }
}
