package io.github.camelsms.listeners.smtp;

import io.github.camelsms.sms.address.SmsAddress;
import java.util.Optional;

/**
 * One recipient that the listener has agreed to.
 *
 * @param address with its parameters; they may hold a password
 * @param domain in lower case
 * @param alias the mailbox that stands for the address, where it was one
 * @param account whose password came with the session or with the address
 * @param trust why the recipient was agreed to
 */
public record Recipient(
        SmsAddress address, String domain, Optional<String> alias, Optional<String> account, Trust trust) {

    /** How far a sender is trusted. */
    public enum Trust {
        /** It has proved to be an account. */
        ACCOUNT,
        /** It is in a local network. */
        LOCAL,
        /** Anybody. */
        NONE
    }
}
