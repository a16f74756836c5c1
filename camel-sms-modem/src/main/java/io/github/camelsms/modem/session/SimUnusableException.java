package io.github.camelsms.modem.session;

/** The SIM cannot be used until a person has cared for it. The text says what to do. */
final class SimUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SessionState state;

    SimUnusableException(String text) {
        this(SessionState.SIM_LOCKED, text);
    }

    /** @param state what the session is until then */
    SimUnusableException(SessionState state, String text) {
        super(text);
        this.state = state;
    }

    SessionState state() {
        return state;
    }
}
