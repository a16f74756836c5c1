package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole message that a phone has sent.
 *
 * @param gateway who received it
 * @param originator number or name as the network shows it, such as {@code +1555…} or {@code Bank}
 * @param body what it says
 * @param receivedAt when this system got it, its last part for a long one
 * @param attributes what else is known: time stamp of the service centre, alphabet, missing parts, why it could not be
 *     decoded
 * @param replyLinks mailboxes that have a live reply link to the originator; filled in when it is handed out
 */
public record Incoming(
        String gateway,
        String originator,
        Body body,
        Instant receivedAt,
        Attributes attributes,
        List<String> replyLinks) {

    /** Attribute: time stamp of the service centre, ISO 8601 with its zone. */
    public static final String TIMESTAMP = "timestamp";

    /** Attribute: alphabet that it came in. */
    public static final String ENCODING = "encoding";

    /** Attribute: how the gateway calls it; the same message under the same reference is filed once. */
    public static final String REFERENCE = "reference";

    /** Attribute: why it is not what its sender wrote, such as {@code undecodable}. */
    public static final String REASON = "reason";

    /** Attribute: message class, 0 (flash) to 3. */
    public static final String MESSAGE_CLASS = "class";

    /** Attribute: the port of the program on the phone that it is for, such as 2948 for WAP push. */
    public static final String PORT = "port";

    public Incoming {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(attributes, "attributes");
        replyLinks = List.copyOf(replyLinks);
    }

    public Incoming withReplyLinks(List<String> links) {
        return new Incoming(gateway, originator, body, receivedAt, attributes, links);
    }

    /** How the gateway calls it. */
    public Optional<String> reference() {
        return Optional.ofNullable(attributes.values().get(REFERENCE));
    }

    /** When the service centre got it. */
    public Optional<String> timestamp() {
        return Optional.ofNullable(attributes.values().get(TIMESTAMP));
    }
}
