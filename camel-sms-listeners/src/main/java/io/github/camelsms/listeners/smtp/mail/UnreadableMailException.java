package io.github.camelsms.listeners.smtp.mail;

/** A mail cannot be read; the text says why and repeats nothing of it. */
public final class UnreadableMailException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableMailException(String text, Throwable cause) {
        super(text, cause);
    }
}
