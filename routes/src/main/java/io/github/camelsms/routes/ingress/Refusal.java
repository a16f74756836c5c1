package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.Objects;

/**
 * Why a request is not accepted. Names and status codes are a contract that clients program against; each protocol
 * turns them into its own words.
 */
public enum Refusal {
    MISSING_PARAM("missing_param", 400),
    BAD_NUMBER("bad_number", 400),
    BAD_TEXT("bad_text", 400),
    BAD_ENCODING("bad_encoding", 400),
    BAD_BINARY("bad_binary", 400),
    BAD_UDH("bad_udh", 400),
    BAD_PARAM("bad_param", 400),
    BAD_SENDER("bad_sender", 400),
    BAD_REPLY("bad_reply", 400),
    BAD_REQUEST("bad_request", 400),
    DUPLICATE_PARAM("duplicate_param", 400),
    PARAM_NOT_ALLOWED("param_not_allowed", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    CROSS_SITE("cross_site", 403),
    FORBIDDEN("forbidden", 403),
    ACCOUNT_INACTIVE("account_inactive", 403),
    ACCOUNT_EXPIRED("account_expired", 403),
    DESTINATION_DENIED("destination_denied", 403),
    SENDER_NOT_ALLOWED("sender_not_allowed", 403),
    QUOTA_EXCEEDED("quota_exceeded", 403),
    ROUTE_NOT_ALLOWED("param_not_allowed", 403),
    REJECTED_BY_RULE("rejected_by_rule", 403),
    OPTED_OUT("opted_out", 403),
    NOT_FOUND("not_found", 404),
    NO_SUCH_GATEWAY("no_such_gateway", 404),
    NO_SUCH_MESSAGE("no_such_message", 404),
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    NOT_ACCEPTABLE("not_acceptable", 406),
    TIMEOUT("timeout", 408),
    WRONG_STATE("wrong_state", 409),
    BODY_TOO_LARGE("too_large", 413),
    URI_TOO_LONG("too_large", 414),
    UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", 415),
    TOO_MANY_PARTS("too_many_parts", 422),
    KEY_REUSED("key_reused", 422),
    NO_ROUTE("no_route", 422),
    QUEUE_FULL("queue_full", 429),
    RATE_LIMITED("rate_limited", 429),
    HEADERS_TOO_LARGE("too_large", 431),
    INTERNAL("internal", 500),
    RULE_FAILED("rule_failed", 503),
    STORE_DOWN("store_down", 503),
    STORE_FULL("store_full", 503),
    SENDING_STOPPED("sending_stopped", 503),
    OVERLOADED("overloaded", 503),
    STOPPING("stopping", 503);

    private final String code;
    private final int status;

    Refusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The same refusal, said by the store. */
    public static Refusal of(SmsRejectedException.Code code) {
        return valueOf(code.name());
    }

    /** The stable name, such as {@code bad_number}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return status == 408 || status == 429 || status == 503;
    }

    /** The exception that says so; the explanation never repeats what came in. */
    public RefusedException because(String explanation) {
        return new RefusedException(this, Objects.requireNonNull(explanation, "explanation"), "");
    }

    /**
     * The exception that says which methods there are.
     *
     * @param methods such as {@code GET, POST}
     */
    public RefusedException allowing(String methods) {
        return new RefusedException(this, "use " + methods.replace(", ", " or "), methods);
    }
}
