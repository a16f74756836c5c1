package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.Attributes;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.Lease;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Received messages: the headers of an exchange as records of the store, and back. */
final class IncomingHeaders {

    private IncomingHeaders() {}

    static Incoming read(Message in, String gateway, Instant now) {
        Map<String, String> attributes = new HashMap<>();
        MessageHeaders.text(in, SmsConstants.TIMESTAMP).ifPresent(time -> attributes.put(Incoming.TIMESTAMP, time));
        MessageHeaders.text(in, SmsConstants.ENCODING).ifPresent(name -> attributes.put(Incoming.ENCODING, name));
        MessageHeaders.text(in, SmsConstants.REASON).ifPresent(reason -> attributes.put(Incoming.REASON, reason));
        MessageHeaders.text(in, SmsConstants.MESSAGE_CLASS)
                .ifPresent(shown -> attributes.put(Incoming.MESSAGE_CLASS, shown));
        MessageHeaders.text(in, SmsConstants.PORT)
                .or(() -> ReceivedUserData.port(in).map(String::valueOf))
                .ifPresent(port -> attributes.put(Incoming.PORT, port));
        MessageHeaders.references(in).stream().findFirst().ifPresent(id -> attributes.put(Incoming.REFERENCE, id));
        Body body = in.getBody() instanceof byte[] octets
                ? Body.data(octets)
                : Body.text(MessageHeaders.bodyText(in).orElse(""));
        return new Incoming(
                gateway,
                MessageHeaders.text(in, SmsConstants.FROM).orElse(""),
                body,
                now,
                new Attributes(attributes),
                List.of());
    }

    static void write(Message out, Incoming incoming, Lease lease) {
        out.setHeader(SmsConstants.MESSAGE_ID, lease.id().value());
        out.setHeader(SmsConstants.ATTEMPT, lease.attempt());
        out.setHeader(SmsConstants.GATEWAY, incoming.gateway());
        out.setHeader(SmsConstants.FROM, incoming.originator());
        out.setHeader(SmsConstants.REPLY_LINKS, incoming.replyLinks());
        out.setHeader(Exchange.MESSAGE_TIMESTAMP, incoming.receivedAt().toEpochMilli());
        incoming.timestamp().map(OffsetDateTime::parse).ifPresent(time -> out.setHeader(SmsConstants.TIMESTAMP, time));
        incoming.reference().ifPresent(id -> out.setHeader(SmsConstants.REFERENCES, List.of(id)));
        Map<String, String> attributes = incoming.attributes().values();
        Optional.ofNullable(attributes.get(Incoming.ENCODING))
                .ifPresent(name -> out.setHeader(SmsConstants.ENCODING, name));
        Optional.ofNullable(attributes.get(Incoming.REASON))
                .ifPresent(reason -> out.setHeader(SmsConstants.REASON, reason));
        Optional.ofNullable(attributes.get(Incoming.MESSAGE_CLASS))
                .ifPresent(shown -> out.setHeader(SmsConstants.MESSAGE_CLASS, shown));
        Optional.ofNullable(attributes.get(Incoming.PORT)).ifPresent(port -> out.setHeader(SmsConstants.PORT, port));
        out.setBody(MessageHeaders.bodyOf(incoming.body()));
    }
}
