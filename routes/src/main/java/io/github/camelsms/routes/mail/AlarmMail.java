package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.UUID;

/** The mail that tells of an alarm. */
public final class AlarmMail {

    private static final int SUBJECT_WORDS = 100;

    private AlarmMail() {}

    /**
     * @param kind of the alarm, such as {@code fraud-recipient}
     */
    public static MimeMessage of(MailSettings settings, MailAddress to, String kind, String text, Instant at) {
        try {
            IdentifiedMail mail = new IdentifiedMail(
                    IdentifiedMail.id("sms.alarm", UUID.randomUUID().toString(), settings.domain()),
                    to,
                    at,
                    "auto-generated");
            mail.from(settings.defaultMailbox().text(), "SMS gateway");
            mail.subject("Alarm " + kind + ": " + HeaderText.of(text, SUBJECT_WORDS));
            mail.text(text + "\n\n" + at + "\n");
            mail.setEnvelopeFrom(IdentifiedMail.NOBODY);
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail of plain text cannot be composed", e);
        }
    }
}
