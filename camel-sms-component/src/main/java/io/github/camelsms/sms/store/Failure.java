package io.github.camelsms.sms.store;

import io.github.camelsms.sms.report.FailureKind;
import java.util.Objects;

/**
 * Why an attempt failed.
 *
 * @param kind what becomes of the message
 * @param code short and stable, such as {@code cms-38}
 * @param text for a person; neither message text nor a whole number
 */
public record Failure(FailureKind kind, String code, String text) {

    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** As it is kept with the message: {@code code: text}. */
    public String reason() {
        return code + ": " + text;
    }
}
