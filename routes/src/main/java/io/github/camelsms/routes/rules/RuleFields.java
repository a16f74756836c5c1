package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.mail.MailBridge;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * The fields of a message by the names that rules have for them. {@code to} of a message to be sent is
 * {@code number@gateway} when a gateway is chosen, and the number alone when none is; of a received one it is the mailbox
 * that it goes to, as far as that is known.
 */
final class RuleFields {

    private static final Map<String, String> HEADERS = Map.of(
            "from", SmsConstants.FROM,
            "number", SmsConstants.TO,
            "gateway", SmsConstants.GATEWAY,
            "account", SmsConstants.ACCOUNT,
            "reply", SmsConstants.REPLY_TO,
            "priority", SmsConstants.PRIORITY,
            "encoding", SmsConstants.ENCODING,
            "udh", SmsConstants.UDH,
            "id", SmsConstants.MESSAGE_ID);

    private RuleFields() {}

    /** The text of a field; empty when the message has none, or an empty one. */
    static Optional<String> read(Message message, String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (name.equals("to")) {
            return header(message, SmsConstants.TO)
                    .map(number -> header(message, SmsConstants.GATEWAY)
                            .map(gateway -> number + "@" + gateway)
                            .orElse(number))
                    .or(() -> links(message));
        }
        if (name.equals("body")) {
            return message.getBody() instanceof byte[]
                    ? Optional.empty()
                    : Optional.ofNullable(message.getBody(String.class));
        }
        if (name.equals("links")) {
            return links(message);
        }
        return header(message, headerOf(field));
    }

    /**
     * Sets a field; an empty text takes it away.
     *
     * @throws IllegalArgumentException when it cannot be that
     */
    static void write(Message message, String field, String value) {
        String name = field.toLowerCase(Locale.ROOT);
        if (name.equals("to") && isReceived(message)) {
            // the mail route goes by the first, a webhook is told the second
            message.setHeader(MailBridge.MAILBOX, value);
            message.setHeader(SmsConstants.REPLY_LINKS, value.isEmpty() ? List.of() : List.of(value));
        } else if (name.equals("to")) {
            writeTo(message, value);
        } else if (name.equals("body")) {
            message.setBody(value);
        } else if (value.isEmpty()) {
            message.removeHeader(headerOf(field));
        } else {
            message.setHeader(headerOf(field), value);
        }
    }

    /** The header that a field is. */
    static String headerOf(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return name.startsWith("header ")
                ? field.substring("header ".length()).strip()
                : HEADERS.getOrDefault(name, field);
    }

    /**
     * Refuses what no rule may write: headers by which endpoints are steered.
     *
     * @throws IllegalArgumentException when it is one
     */
    static String writable(String field) {
        String header = headerOf(field);
        if (header.startsWith("Camel") && !header.startsWith(SmsConstants.PREFIX)) {
            throw new IllegalArgumentException("a rule cannot write " + header);
        }
        return field;
    }

    private static boolean isReceived(Message message) {
        return message.getHeader(SmsConstants.TO) == null;
    }

    private static Optional<String> links(Message message) {
        List<?> links = message.getHeader(SmsConstants.REPLY_LINKS, List.of(), List.class);
        return Optional.of(String.join(",", links.stream().map(String::valueOf).toList()))
                .filter(text -> !text.isEmpty());
    }

    /** {@code number[@gateway][&sender=…]}; a doubled {@code @}, as a rule of the manual makes it, is one. */
    private static void writeTo(Message message, String value) {
        readdress(message, SmsAddress.parse(value.replace("@@", "@")));
    }

    /** Has a message go to another phone, by the gateway and with the sender of the address, if it has them. */
    static void readdress(Message message, SmsAddress address) {
        message.setHeader(SmsConstants.TO, address.number().value());
        message.removeHeader(SmsConstants.GATEWAY);
        address.gateway().ifPresent(gateway -> message.setHeader(SmsConstants.GATEWAY, gateway));
        address.parameters().value("sender").ifPresent(sender -> message.setHeader(SmsConstants.FROM, sender));
        address.parameters().value("id").ifPresent(gateway -> message.setHeader(SmsConstants.GATEWAY, gateway));
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class)).filter(text -> !text.isEmpty());
    }
}
