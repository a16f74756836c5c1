package io.github.camelsms.listeners.smtp;

/** Takes mails. */
@FunctionalInterface
public interface MailReceiver {

    /**
     * Takes a mail, or does not.
     *
     * @param mail header and text with CRLF line ends (RFC 5322)
     * @return a positive answer only when the mail is safe
     */
    SmtpReply receive(Envelope envelope, byte[] mail);
}
