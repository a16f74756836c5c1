package io.github.camelsms.modem.session;

/** The SIM cannot be used until a person has cared for it. The text says what to do. */
final class SimUnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    SimUnusableException(String text) {
        super(text);
    }
}
