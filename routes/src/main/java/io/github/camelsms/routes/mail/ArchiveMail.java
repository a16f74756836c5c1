package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageRecord;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;

/** The copy of a sent message that an archive keeps: who has sent what to whom stands in fields that it can be searched by. */
final class ArchiveMail {

    private static final int SUBJECT_WORDS = 50;
    private static final int FIELD = 200;

    private final MailSettings settings;

    ArchiveMail(MailSettings settings) {
        this.settings = settings;
    }

    MimeMessage compose(MailAddress archive, MessageRecord record, Instant sentAt) throws MessagingException {
        Message message = record.message();
        IdentifiedMail mail = new IdentifiedMail(
                IdentifiedMail.id("sms.archive", record.id().value(), settings.domain()),
                archive,
                sentAt,
                "auto-generated");
        String who = message.replyTo()
                .map(reply -> reply.mailbox())
                .or(message::account)
                .or(message::sender)
                .orElse("SMS gateway");
        mail.from(settings.defaultMailbox().text(), HeaderText.of(who, FIELD));
        String words = HeaderText.of(ShownText.body(message.body()), SUBJECT_WORDS);
        mail.subject("SMS to " + message.recipient().value() + (words.isEmpty() ? "" : ": " + words));
        field(mail, "X-SMS-To", message.recipient().value());
        field(mail, "X-SMS-From", message.sender().orElse(""));
        field(
                mail,
                "X-SMS-Reply-To",
                message.replyTo().map(reply -> reply.mailbox()).orElse(""));
        field(mail, "X-SMS-Account", message.account().orElse(""));
        field(mail, "X-SMS-Gateway", record.carriedBy().orElse(""));
        field(mail, "X-SMS-Id", record.id().value());
        mail.text(ShownText.body(message.body()));
        mail.setEnvelopeFrom(IdentifiedMail.NOBODY);
        mail.saveChanges();
        return mail;
    }

    private static void field(IdentifiedMail mail, String name, String value) throws MessagingException {
        if (!value.isEmpty()) {
            mail.setHeader(name, HeaderText.of(value, FIELD).replaceAll("[^\\x20-\\x7E]", "?"));
        }
    }
}
