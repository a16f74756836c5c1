package io.github.camelsms.listeners.smtp.camel;

/** What the body of an exchange is. */
public enum MessageType {
    /** The text of the mail, for a phone. */
    NORMAL,
    /** The mail as it came, for another mailbox. */
    EMAIL
}
