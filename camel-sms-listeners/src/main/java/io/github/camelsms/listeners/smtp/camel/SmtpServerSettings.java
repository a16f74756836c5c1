package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.SmtpSettings;
import io.github.camelsms.listeners.smtp.mail.MailText;

/**
 * The options of an endpoint, checked.
 *
 * @param text what becomes the text of a message
 * @param priority where that of a message comes from
 * @param type what the body of an exchange is
 */
record SmtpServerSettings(SmtpSettings listener, MailText text, Priority priority, MessageType type) {

    enum Priority {
        NORMAL,
        /** {@code X-Priority}. */
        FROM_MAIL
    }
}
