package io.github.camelsms.listeners.smtp;

import io.github.camelsms.sms.address.SmsAddress;
import java.util.Optional;

/** Mailboxes that stand for phones, such as {@code alerts@sms.example.org} for those on duty. */
@FunctionalInterface
public interface Aliases {

    /** No mailbox does. */
    Aliases NONE = mailbox -> Optional.empty();

    /**
     * The phones that a mailbox stands for.
     *
     * @param mailbox as a client has written it, {@code local-part@domain}
     */
    Optional<SmsAddress> find(String mailbox);
}
