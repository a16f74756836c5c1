package io.github.camelsms.modem.session;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a session stands, why, and since when.
 *
 * @param reason for a person; empty when all is well
 */
public record SessionStatus(SessionState state, String reason, Instant since) {

    public SessionStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }

    public boolean isReady() {
        return state == SessionState.READY;
    }

    /** For a person: the state, and the reason if there is one. */
    public String describe() {
        return reason.isEmpty() ? state.name() : state.name() + ": " + reason;
    }
}
