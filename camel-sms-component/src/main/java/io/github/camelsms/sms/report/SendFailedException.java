package io.github.camelsms.sms.report;

import java.util.Objects;

/**
 * An attempt to send a message failed, with the {@linkplain FailureKind kind} that decides what happens next. The text
 * says what, which and what to do; it never holds message text or a whole number.
 */
public final class SendFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String code;

    /**
     * @param kind what becomes of the message
     * @param code short and stable, for reports and counters, such as {@code cms-38} or {@code modem-down}
     * @param text for a person
     */
    public SendFailedException(FailureKind kind, String code, String text) {
        this(kind, code, text, null);
    }

    public SendFailedException(FailureKind kind, String code, String text, Throwable cause) {
        super(text, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = Objects.requireNonNull(code, "code");
    }

    public FailureKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
