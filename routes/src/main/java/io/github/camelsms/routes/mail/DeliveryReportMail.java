package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.routes.settings.ReportMailSettings.Original;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageRecord;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The mail that tells a sender what became of a message: a delivery status notification (RFC 3464) of the type
 * {@code multipart/report} (RFC 6522), sent by nobody, so that none comes back. Everything in it follows from the
 * message and the report, so that a second try makes the same mail.
 */
final class DeliveryReportMail {

    private static final int EXCERPT = 40;

    private final MailSettings settings;

    DeliveryReportMail(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * @param id of the report
     * @param state as {@code sms:reports} says it
     * @param reason why, or an empty text
     * @param at when it happened
     */
    MimeMessage compose(String id, MailAddress to, MessageRecord message, String state, String reason, Instant at)
            throws MessagingException {
        DeliveryStatus status = DeliveryStatus.of(state, message);
        IdentifiedMail mail =
                new IdentifiedMail(IdentifiedMail.id("sms.report", id, settings.domain()), to, at, "auto-replied");
        mail.setFrom(new InternetAddress("\"SMS gateway\" <" + settings.defaultMailbox() + ">"));
        mail.subject(status.subject());
        Optional<String> original =
                AnsweredMail.attribute(message, SmsConstants.MAIL_ID).flatMap(Conversation::messageId);
        if (original.isPresent()) {
            mail.setHeader("In-Reply-To", original.get());
            mail.setHeader("References", original.get());
        }
        MimeMultipart report = new Report("=_" + id);
        report.addBodyPart(words(status, reason, message));
        report.addBodyPart(part("message/delivery-status", status.fields(message, reason, at, settings.domain())));
        report.addBodyPart(original(message, to, original));
        mail.setContent(report);
        mail.setEnvelopeFrom(IdentifiedMail.NOBODY);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart words(DeliveryStatus status, String reason, MessageRecord message)
            throws MessagingException {
        StringBuilder text = new StringBuilder(status.sentence());
        if (!reason.isEmpty()) {
            text.append("\n\nReason: ").append(reason);
        }
        text.append("\n\nIt was accepted at ").append(DeliveryStatus.date(message.acceptedAt()));
        text.append(" as ").append(message.id()).append('.');
        MimeBodyPart part = new MimeBodyPart();
        part.setText(ShownText.text(text.toString()), StandardCharsets.UTF_8.name());
        return part;
    }

    /** The message as a mail, made of what is kept of it: an address with a password in it is not. */
    private MimeBodyPart original(MessageRecord message, MailAddress sender, Optional<String> id)
            throws MessagingException {
        StringBuilder mail = new StringBuilder();
        mail.append("From: ").append(sender).append("\r\n");
        mail.append("To: \"sms:").append(message.message().recipient().value()).append("\"@");
        mail.append(settings.domain()).append("\r\n");
        mail.append("Date: ").append(DeliveryStatus.date(message.acceptedAt())).append("\r\n");
        id.ifPresent(known -> mail.append("Message-ID: ").append(known).append("\r\n"));
        if (settings.reports().original() == Original.HEADERS) {
            return part("text/rfc822-headers", mail.toString());
        }
        mail.append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n");
        mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
        String text = settings.reports().original() == Original.FULL
                ? ShownText.body(message.message().body())
                : HeaderText.of(ShownText.body(message.message().body()), EXCERPT) + "\r\n";
        mail.append(Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return part("message/rfc822", mail.append("\r\n").toString());
    }

    /** Parts that are set apart by a line that is the same each time. */
    private static final class Report extends MimeMultipart {

        /**
         * @param boundary with {@code =_}, which no encoded text has in it (RFC 2045, 6.7)
         */
        Report(String boundary) {
            ContentType type = new ContentType("multipart", "report", new ParameterList());
            type.setParameter("report-type", "delivery-status");
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }

    /** A part in ASCII, as it stands. */
    private static MimeBodyPart part(String type, String content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.US_ASCII), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "7bit");
        return part;
    }
}
