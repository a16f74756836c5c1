package io.github.camelsms.sms.store;

/** The mailboxes that hand things out. */
public enum Mailbox {
    /** Messages that are to be sent. */
    OUTGOING,
    /** Messages that phones have sent. */
    INCOMING,
    /** What became of messages. */
    REPORTS
}
