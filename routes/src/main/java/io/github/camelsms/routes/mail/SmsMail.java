package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * The mail (RFC 5322) that a received message becomes. Everything in it follows from the message, so that a second try
 * makes the same mail, with the same {@code Message-ID}.
 */
final class SmsMail {

    private static final int SUBJECT_WORDS = 50;
    private static final int SENDER_NAME = 32;
    private static final int OCTETS_A_LINE = 16;

    private final MailSettings settings;
    private final Session session = Session.getInstance(new Properties());

    SmsMail(MailSettings settings) {
        this.settings = settings;
    }

    MimeMessage compose(ReceivedMessage received) throws MessagingException {
        String sender = HeaderText.of(received.originator(), SENDER_NAME);
        SMTPMessage mail = new Identified(session, "<sms." + received.fileName() + "@" + settings.domain() + ">");
        mail.setFrom(from(received, sender));
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mailbox(received).text()));
        mail.setSubject(subject(received, sender), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(received.time()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(body(received), StandardCharsets.UTF_8.name());
        // a bounce goes to a person, not by way of the gateway to the phone
        mail.setEnvelopeFrom(settings.defaultMailbox().text());
        mail.saveChanges();
        return mail;
    }

    /** The mailbox of the reply link when there is exactly one, else the default one. */
    private MailAddress mailbox(ReceivedMessage received) {
        return received.linkedMailboxes().size() == 1
                ? received.linkedMailboxes().get(0)
                : settings.defaultMailbox();
    }

    private InternetAddress from(ReceivedMessage received, String sender) throws MessagingException {
        String local = received.originator().replaceAll("[^A-Za-z0-9+._ -]", "_");
        String address =
                "\"sms:" + local.substring(0, Math.min(local.length(), SENDER_NAME)) + "\"@" + settings.domain();
        InternetAddress from = new InternetAddress();
        from.setAddress(address);
        try {
            from.setPersonal(sender, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("this Java runtime has no UTF-8", e);
        }
        return from;
    }

    private static String subject(ReceivedMessage received, String sender) {
        String words =
                received.text().map(text -> HeaderText.of(text, SUBJECT_WORDS)).orElse("binary message");
        return "SMS from " + sender + (words.isEmpty() ? "" : ": " + words);
    }

    private static String body(ReceivedMessage received) {
        return received.text().map(SmsMail::readable).orElseGet(() -> hex(received.octets()));
    }

    /** Lines as mail has them; a control character becomes its picture (U+2400 and following). */
    private static String readable(String text) {
        StringBuilder lines = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n') {
                lines.append("\r\n");
            } else {
                lines.appendCodePoint(c < 0x20 && c != '\t' ? 0x2400 + c : c);
            }
        });
        return lines.append("\r\n").toString();
    }

    private static String hex(byte[] octets) {
        StringBuilder lines =
                new StringBuilder("A binary message of " + octets.length + " octets, in hexadecimal:\r\n\r\n");
        HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int i = 0; i < octets.length; i += OCTETS_A_LINE) {
            lines.append(hex.formatHex(octets, i, Math.min(octets.length, i + OCTETS_A_LINE)))
                    .append("\r\n");
        }
        return lines.toString();
    }

    /** A mail that keeps the Message-ID that it was given. */
    private static final class Identified extends SMTPMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
