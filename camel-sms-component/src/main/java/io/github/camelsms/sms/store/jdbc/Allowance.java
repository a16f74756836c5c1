package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import java.time.Instant;
import java.util.Optional;

/**
 * What a gateway may be handed out.
 *
 * @param left parts in its budget
 * @param onTheirWay parts that it has and the network has not taken yet
 * @param tokens parts that its rate allows now
 * @param until when it is nothing at all: the time at which there is more
 */
record Allowance(long left, long onTheirWay, double tokens, Optional<Instant> until) {

    /** Whether a message fits. */
    enum Answer {
        YES,
        /** Perhaps when something that is on its way has failed, or a moment has passed. */
        NOT_NOW,
        NOT_TODAY
    }

    static final Allowance UNLIMITED = new Allowance(GatewayBudget.NO_LIMIT, 0, Double.MAX_VALUE, Optional.empty());

    static Allowance none(Instant until) {
        return new Allowance(0, 0, 0, Optional.of(until));
    }

    Answer answer(int parts) {
        if (parts > left) {
            return Answer.NOT_TODAY;
        }
        // a message of more parts than the rate gives at once goes out all the same, and the next one waits longer
        return parts > left - onTheirWay || tokens < 1 ? Answer.NOT_NOW : Answer.YES;
    }

    Allowance less(int parts) {
        return new Allowance(left, onTheirWay + parts, tokens - parts, until);
    }
}
