package io.github.camelsms.listeners.smtp;

import java.net.InetAddress;
import java.util.List;

/**
 * A mail's way here.
 *
 * @param sender envelope sender; empty for {@code <>}
 * @param recipients at least one
 * @param client where the mail came from
 */
public record Envelope(String sender, List<Recipient> recipients, InetAddress client) {

    public Envelope {
        recipients = List.copyOf(recipients);
    }
}
