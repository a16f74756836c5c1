package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Effect;
import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Where a rule sends a message to: {@code mailto:john@example.org}, {@code sms:+15551234567}, {@code xmpp:john@…}. */
interface Destination {

    /** What to do so that it gets there; it knows the message as it is now. */
    Effect delivery(Exchange exchange) throws Exception;

    /** The phone that it is, where it is one. */
    default Optional<SmsAddress> phone() {
        return Optional.empty();
    }

    /**
     * Reads addresses separated by semicolons.
     *
     * @param text what a phone or a chat is told, where it is not the text of the message itself
     * @throws IllegalArgumentException when one is none
     */
    static List<Destination> parse(String addresses, Optional<String> text, Outlets outlets) {
        return Arrays.stream(addresses.split(";", -1))
                .map(String::strip)
                .map(address -> one(address, text, outlets))
                .toList();
    }

    private static Destination one(String address, Optional<String> text, Outlets outlets) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sms:")) {
            return new Phone(SmsAddress.parse(address), text.map(Text::withGroups), outlets);
        }
        if (lower.startsWith("xmpp:")) {
            return new Chat(address.substring("xmpp:".length()), text.map(Text::withGroups), outlets);
        }
        String bare = lower.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
        if (MailAddress.isMailAddress(bare)) {
            return new Mailbox(new MailAddress(bare), outlets);
        }
        throw new IllegalArgumentException("'" + address
                + "' is no destination; there are mailto:john@example.org, sms:+15551234567 and xmpp:john@example.org");
    }

    /** The text of a message as others get it: who it is from stands before what came in. */
    private static String said(Exchange exchange, Optional<Text> text) {
        Message message = exchange.getMessage();
        boolean received = Steps.direction(exchange) == RuleRun.Direction.INCOMING;
        return text.orElseGet(() -> Text.withGroups(received ? "%from%: %data%" : "%data%"))
                .expand(message);
    }

    /** A mailbox. */
    record Mailbox(MailAddress address, Outlets outlets) implements Destination {

        @Override
        public Effect delivery(Exchange exchange) throws Exception {
            var mail = RuleMail.of(exchange, address, outlets);
            return () -> outlets.send(outlets.settings().mailEndpoint(), mail, Map.of());
        }
    }

    /** A phone. */
    record Phone(SmsAddress address, Optional<Text> text, Outlets outlets) implements Destination {

        @Override
        public Optional<SmsAddress> phone() {
            return Optional.of(address);
        }

        @Override
        public Effect delivery(Exchange exchange) {
            String said = said(exchange, text);
            Map<String, Object> headers = new TreeMap<>();
            headers.put(SmsConstants.TO, address.number().value());
            address.gateway()
                    .or(() -> address.parameters().value("id"))
                    .ifPresent(id -> headers.put(SmsConstants.GATEWAY, id));
            address.parameters().value("sender").ifPresent(sender -> headers.put(SmsConstants.FROM, sender));
            RuleFields.read(exchange.getMessage(), "account")
                    .ifPresent(account -> headers.put(SmsConstants.ACCOUNT, account));
            once(exchange, address.number().value() + said)
                    .ifPresent(key -> headers.put(SmsConstants.IDEMPOTENCY_KEY, key));
            return () -> outlets.sms(said, headers);
        }

        /** The same for each attempt to hand on what was received, and for each repetition of a request. */
        static Optional<String> once(Exchange exchange, String what) {
            Message message = exchange.getMessage();
            return RuleFields.read(message, "id")
                    .or(() -> RuleFields.read(message, SmsConstants.IDEMPOTENCY_KEY))
                    .map(id -> "rule-" + UUID.nameUUIDFromBytes((id + "\n" + what).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Somebody in a chat. */
    record Chat(String jid, Optional<Text> text, Outlets outlets) implements Destination {

        public Chat {
            if (!MailAddress.isMailAddress(jid)) {
                throw new IllegalArgumentException("behind xmpp: stands an address such as john@example.org");
            }
            if (outlets.settings().xmpp().isEmpty()) {
                throw new IllegalArgumentException(
                        "nobody is known who chats: set sms.rules.xmpp to an endpoint such as"
                                + " xmpp://im.example.org:5222/[jid]?user=gateway&password=…");
            }
        }

        @Override
        public Effect delivery(Exchange exchange) {
            String said = said(exchange, text);
            String endpoint = outlets.settings().xmpp().orElseThrow().replace("[jid]", jid);
            return () -> outlets.send(endpoint, said, Map.of());
        }
    }
}
