package io.github.camelsms.sms.store;

import java.util.Objects;

/**
 * What was asked for is refused, or cannot be done now; nothing was stored. The {@linkplain #code() code} is stable and
 * documented, the text is for a person and holds neither message text nor a number.
 */
public final class SmsRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as every ingress answers it. */
    public enum Code {
        BAD_NUMBER,
        BAD_TEXT,
        BAD_BINARY,
        BAD_UDH,
        BAD_PARAM,
        MISSING_PARAM,
        NO_SUCH_GATEWAY,
        /** No gateway carries to that number, or none may now. */
        NO_ROUTE,
        TOO_MANY_PARTS,
        /** The idempotency key stands for another content. */
        KEY_REUSED,
        /** A rule of the operator does not let it pass. */
        REJECTED_BY_RULE,
        /** The phone wants no messages of this kind. */
        OPTED_OUT,
        /** What a rule of the operator asks for cannot be done now; ask again. */
        RULE_FAILED,
        /** The month's limit of the account or its group does not allow so many parts. */
        QUOTA_EXCEEDED,
        /** The account sends faster than it may; ask again. */
        RATE_LIMITED,
        /** The account may not send there. */
        DESTINATION_DENIED,
        /** The account may not show that sender. */
        SENDER_NOT_ALLOWED,
        /** The account may not do that. */
        FORBIDDEN,
        ACCOUNT_INACTIVE,
        ACCOUNT_EXPIRED,
        /** An operator has stopped sending; ask again. */
        SENDING_STOPPED,
        /** There is no message, or whatever was asked for, of that identity. */
        NOT_FOUND,
        /** The state of the message does not allow it. */
        WRONG_STATE,
        /** As many messages wait for the gateway, or of the account, as may; ask again. */
        QUEUE_FULL,
        /** The store takes no more for now; ask again. */
        OVERLOADED,
        /** The disk is full; ask again. */
        STORE_FULL,
        /** The store does not answer; ask again. */
        STORE_DOWN;

        /** Whether the same request may succeed later. */
        public boolean retryable() {
            return switch (this) {
                case QUEUE_FULL, RULE_FAILED, RATE_LIMITED, SENDING_STOPPED, OVERLOADED, STORE_FULL, STORE_DOWN -> true;
                default -> false;
            };
        }

        /** As it is written on the wire, such as {@code bad_number}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Code code;

    public SmsRejectedException(Code code, String text) {
        this(code, text, null);
    }

    public SmsRejectedException(Code code, String text, Throwable cause) {
        super(text, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public Code code() {
        return code;
    }
}
