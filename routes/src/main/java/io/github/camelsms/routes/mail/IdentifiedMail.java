package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A mail of ours (RFC 5322). It keeps the {@code Message-ID} that it was given, so that a second try is the same mail
 * to whoever sees both.
 */
final class IdentifiedMail extends SMTPMessage {

    /** The sender of a mail that must not be answered by a machine (RFC 5321, 4.5.5). */
    static final String NOBODY = "<>";

    private static final Session SESSION = Session.getInstance(new Properties());

    private final String id;

    /**
     * @param id Message-ID, without a kind of thing and a domain in it no other mail has
     * @param at when what it tells of happened
     * @param auto how it came about: {@code auto-generated} or {@code auto-replied} (RFC 3834, 5)
     */
    IdentifiedMail(String id, MailAddress to, Instant at, String auto) throws MessagingException {
        super(SESSION);
        this.id = id;
        setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
        setSentDate(Date.from(at));
        setHeader("Auto-Submitted", auto);
    }

    /** The Message-ID of one kind of mail of ours about one thing. */
    static String id(String kind, String identity, String domain) {
        String safe = identity.replaceAll("[^A-Za-z0-9._-]", "_");
        return "<" + kind + "." + safe + "@" + domain + ">";
    }

    void from(String address, String name) throws MessagingException {
        InternetAddress from = new InternetAddress();
        from.setAddress(address);
        try {
            from.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("this Java runtime has no UTF-8", e);
        }
        setFrom(from);
    }

    void subject(String text) throws MessagingException {
        setSubject(text, StandardCharsets.UTF_8.name());
    }

    void text(String text) throws MessagingException {
        setText(text, StandardCharsets.UTF_8.name());
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
