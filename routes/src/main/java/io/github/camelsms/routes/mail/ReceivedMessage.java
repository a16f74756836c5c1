package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;

/** A received short message, as {@code sms:incoming} hands it out. */
final class ReceivedMessage {

    private final String id;
    private final String originator;
    private final Instant time;
    private final Object content;
    private final List<MailAddress> linkedMailboxes;

    private ReceivedMessage(Message message, Clock clock) {
        this.id = message.getHeader(SmsConstants.MESSAGE_ID, message.getMessageId(), String.class);
        this.originator = message.getHeader(SmsConstants.FROM, "unknown", String.class);
        OffsetDateTime serviceCentre = message.getHeader(SmsConstants.TIMESTAMP, OffsetDateTime.class);
        this.time = serviceCentre == null ? clock.instant() : serviceCentre.toInstant();
        Object body = message.getBody();
        this.content = body instanceof byte[] ? body : message.getBody(String.class);
        List<?> links = message.getHeader(SmsConstants.REPLY_LINKS, List.of(), List.class);
        this.linkedMailboxes = links.stream()
                .map(Object::toString)
                .distinct()
                .filter(MailAddress::isMailAddress)
                .map(MailAddress::new)
                .toList();
    }

    static ReceivedMessage of(Message message, Clock clock) {
        return new ReceivedMessage(message, clock);
    }

    /** Identity of the message, in characters that every file system and mail header takes. */
    String fileName() {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Number or name of who sent it; anything at all may stand in it. */
    String originator() {
        return originator;
    }

    /** When the service centre had it. */
    Instant time() {
        return time;
    }

    /** The text; empty when the message is binary. */
    Optional<String> text() {
        return content instanceof byte[] ? Optional.empty() : Optional.of(content == null ? "" : (String) content);
    }

    /** The octets of a binary message. */
    byte[] octets() {
        return content instanceof byte[] octets ? octets.clone() : new byte[0];
    }

    /** Mailboxes with a live reply link to the originator. */
    List<MailAddress> linkedMailboxes() {
        return linkedMailboxes;
    }
}
