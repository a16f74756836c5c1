package io.github.camelsms.listeners.smtp;

import java.time.Duration;

/**
 * How much a client may have.
 *
 * @param messageSize octets of a mail
 * @param recipients of a mail
 * @param connections at the same time
 * @param connectionsPerClient of one address, or of one /64 of IPv6, at the same time
 * @param messagesPerMinute of one address, or of one /64 of IPv6
 * @param idle without a word from the client
 * @param transaction for all of a mail, and without one
 * @param answer that the route may take
 */
public record SmtpLimits(
        int messageSize,
        int recipients,
        int connections,
        int connectionsPerClient,
        int messagesPerMinute,
        Duration idle,
        Duration transaction,
        Duration answer) {

    public SmtpLimits {
        least("maxMessageSize", messageSize);
        least("maxRecipients", recipients);
        least("maxConnections", connections);
        least("maxConnectionsPerClient", connectionsPerClient);
        least("messagesPerMinute", messagesPerMinute);
        if (idle.toMillis() < 1 || transaction.toMillis() < 1 || answer.toMillis() < 1) {
            throw new IllegalArgumentException("a deadline of an SMTP listener is longer than nothing");
        }
    }

    private static void least(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + value);
        }
    }
}
