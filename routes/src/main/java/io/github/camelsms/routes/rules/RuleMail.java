package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The mail that a rule makes of a message: what it says as the text, who it is from and goes to in the subject and in
 * fields {@code X-SMS-…}, which an archive can be searched by.
 */
final class RuleMail {

    private RuleMail() {}

    static MimeMessage of(Exchange exchange, MailAddress to, Outlets outlets) throws MessagingException {
        Message message = exchange.getMessage();
        boolean received = Steps.direction(exchange) == RuleRun.Direction.INCOMING;
        String text = message.getBody() instanceof byte[] octets
                ? "A binary message, in hexadecimal:\n\n"
                        + HexFormat.ofDelimiter(" ").formatHex(octets)
                : RuleFields.read(message, "body").orElse("");
        return of(
                exchange,
                to,
                outlets,
                (received ? "SMS from " : "SMS to ") + field(message, received ? "from" : "number"),
                text);
    }

    /** The same with another subject and text. */
    static MimeMessage of(Exchange exchange, MailAddress to, Outlets outlets, String subject, String text)
            throws MessagingException {
        Message message = exchange.getMessage();
        String id = RuleFields.read(message, "id")
                .map(known -> known + "-" + Integer.toHexString(to.text().hashCode()))
                .orElseGet(() -> UUID.randomUUID().toString());
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader(
                        "Message-ID",
                        "<sms.rule-" + id.replaceAll("[^A-Za-z0-9-]", "_") + "@"
                                + outlets.settings().domain() + ">");
            }
        };
        String number = field(message, "from").replaceAll("[^A-Za-z0-9+._-]", "_");
        mail.setFrom(new InternetAddress("\"sms:" + (number.isEmpty() ? "gateway" : number) + "\"@"
                + outlets.settings().domain()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to.text()));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(outlets.clock().instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        put(mail, "X-SMS-From", field(message, "from"));
        put(mail, "X-SMS-To", field(message, "number"));
        put(mail, "X-SMS-Gateway", field(message, "gateway"));
        put(mail, "X-SMS-Account", field(message, "account"));
        put(
                mail,
                "X-SMS-Id",
                Optional.ofNullable(message.getHeader(SmsConstants.MESSAGE_ID, String.class))
                        .orElse(""));
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    /** A field as one line of plain ASCII: whoever writes it must not be able to add another. */
    private static String field(Message message, String name) {
        String text = RuleFields.read(message, name).orElse("").replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(text.length(), 200));
    }

    private static void put(MimeMessage mail, String name, String value) throws MessagingException {
        if (!value.isEmpty()) {
            mail.setHeader(name, value.replaceAll("[^ -~]", "?"));
        }
    }
}
