package io.github.camelsms.modem.session;

/** A modem gave no answer: the one reason to begin a recovery. */
final class ModemSilentException extends Exception {

    private static final long serialVersionUID = 1L;

    ModemSilentException(String text) {
        super(text);
    }
}
