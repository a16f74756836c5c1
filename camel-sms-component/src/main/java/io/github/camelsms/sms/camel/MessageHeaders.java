package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.Sender;
import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.ReplyTo;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.TypeConversionException;

/** Messages to be sent: the headers of an exchange as records of the store, and back. */
final class MessageHeaders {

    /** Headers that the store keeps without reading them. */
    private static final List<String> CARRIED = List.of(
            SmsConstants.ENCODING,
            SmsConstants.UDH,
            SmsConstants.PID,
            SmsConstants.DCS,
            SmsConstants.MESSAGE_CLASS,
            SmsConstants.VALIDITY,
            SmsConstants.REPORT_REQUESTED,
            SmsConstants.REPORT_URL,
            SmsConstants.REPORT_MASK,
            SmsConstants.REPORT_TO,
            SmsConstants.MAIL_ID,
            SmsConstants.BILLING,
            SmsConstants.DISCARD,
            SmsConstants.OPT_OUT_LIST,
            SmsConstants.PROVIDER_PARAMETERS);

    private MessageHeaders() {}

    /** Reads one message for each recipient; headers win over the options of the endpoint. */
    static List<Message> read(
            org.apache.camel.Message in, SmsSettings settings, Optional<PhoneNumber> fixed, Instant now) {
        Optional<String> reply = text(in, SmsConstants.REPLY_TO).or(settings::reply);
        Duration linkExpiry = settings.linkExpiry();
        OutgoingBody.Content content = OutgoingBody.read(in, settings);
        Message first = new Message(
                text(in, SmsConstants.ACCOUNT),
                new PhoneNumber("000"),
                text(in, SmsConstants.FROM).or(settings::sender).map(MessageHeaders::sender),
                content.body(),
                text(in, SmsConstants.GATEWAY).map(GatewayChoice::parse).orElse(settings.choice()),
                reply.map(mailbox -> new ReplyTo(mailbox, linkExpiry)),
                value(in, SmsConstants.PRIORITY, Integer.class).orElse(Message.NORMAL_PRIORITY),
                value(in, SmsConstants.NOT_BEFORE, Instant.class),
                value(in, SmsConstants.EXPIRES_AT, Instant.class).orElse(now.plus(settings.expiry())),
                carried(in, settings),
                content.parts());
        return fixed.map(List::of).orElseGet(() -> Recipients.of(in)).stream()
                .map(first::withRecipient)
                .toList();
    }

    /** What makes this request and its repetitions one. */
    static Optional<IdempotencyKey> idempotencyKey(org.apache.camel.Message in) {
        Optional<String> account = text(in, SmsConstants.ACCOUNT);
        try {
            return text(in, SmsConstants.IDEMPOTENCY_KEY).map(key -> new IdempotencyKey(account, key));
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_PARAM, e.getMessage(), e);
        }
    }

    /** Writes what a gateway is to send. */
    static void write(org.apache.camel.Message out, Message message, Lease lease, String gateway) {
        out.setHeader(SmsConstants.MESSAGE_ID, lease.id().value());
        out.setHeader(SmsConstants.ATTEMPT, lease.attempt());
        out.setHeader(SmsConstants.GATEWAY, gateway);
        out.setHeader(SmsConstants.TO, message.recipient().value());
        out.setHeader(SmsConstants.PRIORITY, message.priority());
        out.setHeader(SmsConstants.EXPIRES_AT, message.expiresAt());
        message.sender().ifPresent(sender -> out.setHeader(SmsConstants.FROM, sender));
        message.account().ifPresent(account -> out.setHeader(SmsConstants.ACCOUNT, account));
        message.replyTo().ifPresent(reply -> out.setHeader(SmsConstants.REPLY_TO, reply.mailbox()));
        message.notBefore().ifPresent(time -> out.setHeader(SmsConstants.NOT_BEFORE, time));
        message.attributes().values().forEach((name, value) -> {
            if (!name.equals(Message.EXPLANATION)) {
                out.setHeader(SmsConstants.PREFIX + name, value);
            }
        });
        out.setBody(bodyOf(message.body()));
    }

    /** The network's references that a producer has left. */
    static List<String> references(org.apache.camel.Message message) {
        Object header = message.getHeader(SmsConstants.REFERENCES);
        if (header instanceof Collection<?> references) {
            return references.stream().map(String::valueOf).toList();
        }
        return header == null ? List.of() : List.of(header.toString());
    }

    static Object bodyOf(Body body) {
        return body instanceof Body.Data data ? data.octets().toArray() : ((Body.Text) body).value();
    }

    static Optional<String> text(org.apache.camel.Message message, String header) {
        return value(message, header, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    static <T> Optional<T> value(org.apache.camel.Message message, String header, Class<T> type) {
        try {
            return Optional.ofNullable(message.getHeader(header, type));
        } catch (TypeConversionException e) {
            throw new SmsRejectedException(
                    Code.BAD_PARAM, "The header " + header + " must be a " + type.getSimpleName(), e);
        }
    }

    /** The body as text; streams of route authors included. */
    static Optional<String> bodyText(org.apache.camel.Message message) {
        if (message.getBody() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(message.getMandatoryBody(String.class));
        } catch (InvalidPayloadException e) {
            throw new SmsRejectedException(
                    Code.BAD_TEXT, "The body must be a String (text) or a byte[] (8-bit data)", e);
        }
    }

    private static String sender(String name) {
        try {
            return new Sender(name).value();
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_PARAM, e.getMessage(), e);
        }
    }

    /** The limit of parts goes along, so that a producer that splits counts by the same one. */
    private static Attributes carried(org.apache.camel.Message in, SmsSettings settings) {
        Map<String, String> values = new TreeMap<>();
        for (String header : CARRIED) {
            text(in, header).ifPresent(value -> values.put(header.substring(SmsConstants.PREFIX.length()), value));
        }
        OutgoingBody.maxParts(in, settings)
                .ifPresent(parts -> values.put(
                        SmsConstants.MAX_PARTS.substring(SmsConstants.PREFIX.length()), Integer.toString(parts)));
        return new Attributes(values);
    }
}
