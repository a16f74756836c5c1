package io.github.camelsms.routes.gateway;

/** The gateway cannot start; the text is one line for the operator. */
public final class StartFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailedException(String text, Throwable cause) {
        super(OneLine.of(text), cause);
    }

    StartFailedException(String text) {
        super(OneLine.of(text));
    }
}
