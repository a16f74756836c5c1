package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mail (RFC 5322) that a received message becomes. Everything in it follows from the message, so that a second try
 * makes the same mail, with the same {@code Message-ID}.
 */
final class SmsMail {

    private static final int SUBJECT_WORDS = 50;
    private static final int SENDER_NAME = 32;

    private final MailSettings settings;

    SmsMail(MailSettings settings) {
        this.settings = settings;
    }

    /** To the mailbox that the message is for. */
    MimeMessage compose(ReceivedMessage received) throws MessagingException {
        return compose(received, mailbox(received), "sms", received.notes());
    }

    /** To the default mailbox, after the mail server has refused the one that it is for. */
    MimeMessage returned(ReceivedMessage received) throws MessagingException {
        List<String> notes = new ArrayList<>(received.notes());
        notes.add("The mail server refuses mail to " + mailbox(received) + ".");
        return compose(received, settings.defaultMailbox(), "sms.returned", notes);
    }

    private MimeMessage compose(ReceivedMessage received, MailAddress to, String kind, List<String> notes)
            throws MessagingException {
        String sender = HeaderText.of(received.originator(), SENDER_NAME);
        IdentifiedMail mail = new IdentifiedMail(
                IdentifiedMail.id(kind, received.fileName(), settings.domain()), to, received.time(), "auto-generated");
        mail.from(from(received), sender);
        mail.subject(subject(received, sender));
        String root = Conversation.root(received.originator(), to, settings.domain());
        Optional<String> answered = received.answeredMail();
        mail.setHeader("In-Reply-To", answered.orElse(root));
        mail.setHeader("References", answered.map(id -> root + "\r\n " + id).orElse(root));
        mail.text(body(received, notes));
        // a bounce goes to a person, not by way of the gateway to the phone
        mail.setEnvelopeFrom(settings.defaultMailbox().text());
        mail.saveChanges();
        return mail;
    }

    /** The mailbox that was decided on; without a decision that of the reply link when there is one, else the default. */
    private MailAddress mailbox(ReceivedMessage received) {
        List<MailAddress> linked = received.linkedMailboxes();
        return received.mailbox().orElseGet(() -> linked.size() == 1 ? linked.get(0) : settings.defaultMailbox());
    }

    /** Where an answer of a mail program goes: back to the phone, or to a person where the template names no domain. */
    private String from(ReceivedMessage received) {
        if (settings.from().template().lastIndexOf('@') < 0) {
            return settings.defaultMailbox().text();
        }
        String originator = received.originator().replaceAll("[^A-Za-z0-9+._ -]", "_");
        return settings.from().of(originator.substring(0, Math.min(originator.length(), SENDER_NAME)));
    }

    private static String subject(ReceivedMessage received, String sender) {
        String words =
                received.text().map(text -> HeaderText.of(text, SUBJECT_WORDS)).orElse("binary message");
        return "SMS from " + sender + (words.isEmpty() ? "" : ": " + words);
    }

    /** What is ours stands below a line of two dashes and a blank, which mail programs leave out of an answer. */
    private static String body(ReceivedMessage received, List<String> notes) {
        String said = ShownText.body(received.body());
        return notes.isEmpty() ? said : said + "\r\n-- \r\n" + String.join("\r\n", notes) + "\r\n";
    }
}
