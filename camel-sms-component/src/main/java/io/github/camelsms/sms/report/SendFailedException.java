package io.github.camelsms.sms.report;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An attempt to send a message failed, with the {@linkplain FailureKind kind} that decides what happens next. The text
 * says what, which and what to do; it never holds message text or a whole number.
 */
public final class SendFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String code;
    private final Duration retryAfter;

    /**
     * @param kind what becomes of the message
     * @param code short and stable, for reports and counters, such as {@code cms-38} or {@code modem-down}
     * @param text for a person
     */
    public SendFailedException(FailureKind kind, String code, String text) {
        this(kind, code, text, null);
    }

    public SendFailedException(FailureKind kind, String code, String text, Throwable cause) {
        this(kind, code, text, cause, null);
    }

    private SendFailedException(FailureKind kind, String code, String text, Throwable cause, Duration retryAfter) {
        super(text, cause);
        this.retryAfter = retryAfter;
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * The network wants messages more slowly: HTTP 429, {@code ESME_RTHROTTLED}, +CMS 42 and 47.
     *
     * @param retryAfter how long it wants to be left alone; zero when it does not say
     */
    public static SendFailedException throttled(String code, String text, Duration retryAfter) {
        return new SendFailedException(
                FailureKind.TEMPORARY, code, text, null, Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** Present when the network wants messages more slowly: how long to leave it alone at least. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public FailureKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
