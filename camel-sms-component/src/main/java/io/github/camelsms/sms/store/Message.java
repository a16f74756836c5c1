package io.github.camelsms.sms.store;

import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A message to be sent, as it is accepted and as it is handed out to a gateway.
 *
 * @param account who pays; empty when nobody does
 * @param recipient the phone
 * @param sender what the phone shows as sender, where the gateway can set it
 * @param body what it says
 * @param gateways who may carry it
 * @param replyTo where answers go
 * @param priority 0 (bulk) to 3 (alert); higher ones are handed out first
 * @param notBefore hand it out at this time at the earliest
 * @param expiresAt never hand it out after this time
 * @param attributes what else travels with it
 * @param parts how many short messages it takes, and is charged for; 1 to 255
 */
public record Message(
        Optional<String> account,
        PhoneNumber recipient,
        Optional<String> sender,
        Body body,
        GatewayChoice gateways,
        Optional<ReplyTo> replyTo,
        int priority,
        Optional<Instant> notBefore,
        Instant expiresAt,
        Attributes attributes,
        int parts) {

    /** Priorities are 0 to this. */
    public static final int HIGHEST_PRIORITY = 3;

    /** The priority of a message that names none. */
    public static final int NORMAL_PRIORITY = 1;

    /** Attribute: what the sender wants to be told, as a sum; 8 is that the network has the message. */
    public static final String REPORT_MASK = "ReportMask";

    /** Attribute: what was decided about it and why, a line each; for people, no gateway gets it. */
    public static final String EXPLANATION = "Explanation";

    /** Attribute: why the message ends as soon as it is accepted, such as a rule that has deleted it. */
    public static final String DISCARD = "Discard";

    /** Attribute: the list of phones that have opted out; a phone that is on it then gets nothing. */
    public static final String OPT_OUT_LIST = "OptOutList";

    private static final int SENT = 8;
    private static final int MOST_PARTS = 255;

    public Message {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(gateways, "gateways");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(attributes, "attributes");
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("A message has 1 to " + MOST_PARTS + " parts, not " + parts);
        }
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("Priority is 0 to " + HIGHEST_PRIORITY + ", not " + priority);
        }
    }

    /** A message of one part. */
    public Message(
            Optional<String> account,
            PhoneNumber recipient,
            Optional<String> sender,
            Body body,
            GatewayChoice gateways,
            Optional<ReplyTo> replyTo,
            int priority,
            Optional<Instant> notBefore,
            Instant expiresAt,
            Attributes attributes) {
        this(account, recipient, sender, body, gateways, replyTo, priority, notBefore, expiresAt, attributes, 1);
    }

    /** The least that a message needs: any gateway, normal priority, no reply address. */
    public static Message of(PhoneNumber recipient, Body body, Instant expiresAt) {
        return new Message(
                Optional.empty(),
                recipient,
                Optional.empty(),
                body,
                GatewayChoice.ANY,
                Optional.empty(),
                NORMAL_PRIORITY,
                Optional.empty(),
                expiresAt,
                Attributes.NONE);
    }

    /** Whether the sender is to be told when the network has it. */
    public boolean wantsSentOutcome() {
        String mask = attributes.values().getOrDefault(REPORT_MASK, "0");
        return mask.matches("[0-9]{1,3}") && (Integer.parseInt(mask) & SENT) != 0;
    }

    /** Why nobody is to send it, if nobody is. */
    public Optional<String> discarded() {
        return Optional.ofNullable(attributes.values().get(DISCARD));
    }

    /** The list of those who want nothing of this kind, if there is one. */
    public Optional<String> optOutList() {
        return Optional.ofNullable(attributes.values().get(OPT_OUT_LIST));
    }

    public Message withRecipient(PhoneNumber number) {
        return with(draft -> draft.recipient = number);
    }

    public Message withGateways(GatewayChoice choice) {
        return with(draft -> draft.gateways = choice);
    }

    public Message withReplyTo(ReplyTo reply) {
        return with(draft -> draft.replyTo = Optional.of(reply));
    }

    public Message withPriority(int value) {
        return with(draft -> draft.priority = value);
    }

    public Message withParts(int number) {
        return with(draft -> draft.parts = number);
    }

    public Message withAccount(String name) {
        return with(draft -> draft.account = Optional.of(name));
    }

    public Message withExpiresAt(Instant time) {
        return with(draft -> draft.expiresAt = time);
    }

    public Message withNotBefore(Instant time) {
        return with(draft -> draft.notBefore = Optional.of(time));
    }

    /** With something more that travels with it. */
    public Message withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes.values());
        more.put(name, value);
        return with(draft -> draft.attributes = new Attributes(more));
    }

    private Message with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.message();
    }

    /** What can change between one message and the next; sender and body stay. */
    private static final class Draft {

        private final Message original;
        private Optional<String> account;
        private PhoneNumber recipient;
        private GatewayChoice gateways;
        private Optional<ReplyTo> replyTo;
        private int priority;
        private Optional<Instant> notBefore;
        private Instant expiresAt;
        private Attributes attributes;
        private int parts;

        Draft(Message original) {
            this.original = original;
            account = original.account;
            recipient = original.recipient;
            gateways = original.gateways;
            replyTo = original.replyTo;
            priority = original.priority;
            notBefore = original.notBefore;
            expiresAt = original.expiresAt;
            attributes = original.attributes;
            parts = original.parts;
        }

        Message message() {
            return new Message(
                    account,
                    recipient,
                    original.sender,
                    original.body,
                    gateways,
                    replyTo,
                    priority,
                    notBefore,
                    expiresAt,
                    attributes,
                    parts);
        }
    }
}
