package io.github.camelsms.routes.settings;

/** A setting cannot be used. The text is one line for the operator: what, which value, and what to do. */
public final class InvalidSettingException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidSettingException(String text) {
        super(text);
    }

    InvalidSettingException(String text, Throwable cause) {
        super(text, cause);
    }
}
