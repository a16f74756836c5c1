package io.github.camelsms.sms.store;

/** The life of a message that is to be sent, folded from its parts. */
public enum MessageState {
    /** Accepted, not to be sent before a given time. */
    SCHEDULED,
    /** Accepted, waits for a gateway or for its next attempt. */
    QUEUED,
    /** An operator keeps it back until it is released. */
    HELD,
    /** A gateway is sending it: from here on the network may have it. */
    SENDING,
    /** The network has accepted all parts; what became of them is not known yet. */
    ENROUTE,
    /** The phone has it. */
    DELIVERED,
    /** The network has given up. */
    UNDELIVERABLE,
    /** Its time was over before the network accepted or delivered it. */
    EXPIRED,
    /** It was refused for good. */
    REJECTED,
    /** Somebody took it back before it was sent. */
    CANCELLED,
    /** It was given to the network and no answer came. */
    UNCERTAIN;

    /** Whether nothing more will happen to the message. */
    public boolean isFinal() {
        return switch (this) {
            case DELIVERED, UNDELIVERABLE, EXPIRED, REJECTED, CANCELLED -> true;
            case SCHEDULED, QUEUED, HELD, SENDING, ENROUTE, UNCERTAIN -> false;
        };
    }
}
