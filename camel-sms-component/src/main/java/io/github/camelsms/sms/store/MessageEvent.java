package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One step in the life of a message.
 *
 * @param at when
 * @param kind what has happened
 * @param detail gateway, attempt, part, reference or reason; neither message text nor a whole number
 */
public record MessageEvent(Instant at, Kind kind, String detail) {

    /** What can happen to a message. */
    public enum Kind {
        ACCEPTED,
        /** A gateway has got it. */
        HANDED_OUT,
        /** From now on the network may have this part. */
        PART_SENDING,
        /** The network has this part. */
        PART_ACCEPTED,
        /** The network has all of it. */
        SENT,
        FAILED,
        /** Its gateway is down or silent, and another one of its list is to carry it. */
        MOVED_ON,
        /** Its gateway has no more room for it today. */
        DEFERRED,
        /** It was given to the network and no answer came. */
        UNCERTAIN,
        /** The process that had it ended before it began to send. */
        TAKEN_OVER,
        /** The network has said what became of a part. */
        REPORTED,
        HELD,
        RELEASED,
        REQUEUED,
        /** It has reached its final state. */
        ENDED;

        /** As people read it, such as {@code handed out}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public MessageEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }
}
