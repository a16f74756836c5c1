package io.github.camelsms.sms.store;

import java.util.Objects;
import java.util.Optional;

/**
 * What makes requests one request: all that an account sends with the same key stands for the first of them
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param account whose key it is; two accounts may use the same one
 * @param value 1 to 255 printable characters, chosen by the sender
 * @param request a digest of what was asked for, where what is accepted may differ from that; without it, requests are
 *     the same when their messages are
 */
public record IdempotencyKey(Optional<String> account, String value, Optional<String> request) {

    private static final int LONGEST = 255;

    public IdempotencyKey {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(request, "request");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An idempotency key has 1 to " + LONGEST + " characters, not " + value.length());
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An idempotency key must not hold control characters");
        }
    }

    /** A key of requests that are told from each other by their messages. */
    public IdempotencyKey(Optional<String> account, String value) {
        this(account, value, Optional.empty());
    }

    /** The same key for a request of that digest. */
    public IdempotencyKey ofRequest(String digest) {
        return new IdempotencyKey(account, value, Optional.of(digest));
    }
}
