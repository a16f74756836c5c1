package io.github.camelsms.modem.session;

/** The modem answers, but is not ready to be set up; it is tried again later. */
final class NotYetException extends Exception {

    private static final long serialVersionUID = 1L;

    NotYetException(String text) {
        super(text);
    }
}
