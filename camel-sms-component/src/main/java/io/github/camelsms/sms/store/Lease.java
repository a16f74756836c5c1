package io.github.camelsms.sms.store;

import java.util.Objects;

/**
 * The right to work on one thing that was handed out. The token grows with each hand-out, so that a worker that was
 * thought dead can do no harm when it comes back: what it does with an old token is refused.
 *
 * @param mailbox where it came from
 * @param id which one
 * @param token fencing token
 * @param attempt which hand-out it is, from 1; hand-outs to gateways that could not try do not count
 */
public record Lease(Mailbox mailbox, MessageId id, long token, int attempt) {

    public Lease {
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(id, "id");
    }
}
