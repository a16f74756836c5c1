package io.github.camelsms.sms.store;

import io.github.camelsms.sms.report.FailureKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param kind what becomes of the message
 * @param code short and stable, such as {@code cms-38}
 * @param text for a person; neither message text nor a whole number
 * @param retryAfter present when the network wants messages more slowly: how long to leave it alone at least
 */
public record Failure(FailureKind kind, String code, String text, Optional<Duration> retryAfter) {

    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(retryAfter, "retryAfter");
    }

    public Failure(FailureKind kind, String code, String text) {
        this(kind, code, text, Optional.empty());
    }

    /** As it is kept with the message: {@code code: text}. */
    public String reason() {
        return code + ": " + text;
    }
}
