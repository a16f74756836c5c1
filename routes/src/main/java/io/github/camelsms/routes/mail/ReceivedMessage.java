package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.Body;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A received short message, as {@code sms:incoming} hands it out and the mail route has decided about it.
 *
 * @param id identity of the message
 * @param originator number or name of who sent it; anything at all may stand in it
 * @param time when the service centre had it
 * @param body what it says
 * @param linkedMailboxes mailboxes with a live reply link to the originator
 * @param mailbox who gets it, where that is decided
 * @param answeredMail Message-ID of the mail that it answers, where that is known
 * @param notes what a reader should know beside the text
 */
record ReceivedMessage(
        String id,
        String originator,
        Instant time,
        Body body,
        List<MailAddress> linkedMailboxes,
        Optional<MailAddress> mailbox,
        Optional<String> answeredMail,
        List<String> notes) {

    private static final int FLASH = 0;

    static ReceivedMessage of(Message message, Clock clock) {
        OffsetDateTime serviceCentre = message.getHeader(SmsConstants.TIMESTAMP, OffsetDateTime.class);
        Body body = message.getBody() instanceof byte[] octets
                ? Body.data(octets)
                : Body.text(Optional.ofNullable(message.getBody(String.class)).orElse(""));
        return new ReceivedMessage(
                message.getHeader(SmsConstants.MESSAGE_ID, message.getMessageId(), String.class),
                message.getHeader(SmsConstants.FROM, "unknown", String.class),
                serviceCentre == null ? receivedAt(message, clock) : serviceCentre.toInstant(),
                body,
                linked(message),
                header(message, MailBridge.MAILBOX)
                        .filter(MailAddress::isMailAddress)
                        .map(MailAddress::new),
                header(message, SmsConstants.MAIL_ID).flatMap(Conversation::messageId),
                notes(message));
    }

    /** The same at each attempt, so that the mail is. */
    private static Instant receivedAt(Message message, Clock clock) {
        return Optional.ofNullable(message.getHeader(Exchange.MESSAGE_TIMESTAMP, Long.class))
                .map(Instant::ofEpochMilli)
                .orElseGet(clock::instant);
    }

    /** The mailboxes of the reply links, each once. */
    static List<MailAddress> linked(Message message) {
        List<?> links = message.getHeader(SmsConstants.REPLY_LINKS, List.of(), List.class);
        return links.stream()
                .map(Object::toString)
                .distinct()
                .filter(MailAddress::isMailAddress)
                .map(MailAddress::new)
                .toList();
    }

    /** The text; empty when the message is binary. */
    Optional<String> text() {
        return body instanceof Body.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The identity in characters that every file system and mail header takes. */
    String fileName() {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static List<String> notes(Message message) {
        List<String> notes = new ArrayList<>();
        if (message.getHeader(SmsConstants.MESSAGE_CLASS, -1, Integer.class) == FLASH) {
            notes.add("Sent to be shown at once and not kept (message class 0).");
        }
        header(message, SmsConstants.PORT)
                .ifPresent(port -> notes.add("For the program at port " + port + words(port)));
        header(message, SmsConstants.REASON)
                .ifPresent(reason -> notes.add(HeaderText.of("Not as it was sent: " + reason, 200)));
        return notes;
    }

    /** The ports that phones know (WAP-259-WDP, appendix B; OMA). */
    private static String words(String port) {
        return switch (port) {
            case "2948" -> " of the phone (WAP push).";
            case "2949" -> " of the phone (WAP push, secure).";
            case "5505" -> " of the phone (ring tone).";
            case "5506" -> " of the phone (operator logo).";
            case "9204" -> " of the phone (business card).";
            case "9205" -> " of the phone (calendar).";
            case "49999" -> " of the phone (settings).";
            default -> " of the phone.";
        };
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class)).filter(text -> !text.isBlank());
    }
}
