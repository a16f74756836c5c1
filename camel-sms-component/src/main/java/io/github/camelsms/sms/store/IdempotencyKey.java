package io.github.camelsms.sms.store;

import java.util.Objects;
import java.util.Optional;

/**
 * What makes requests one request: all that an account sends with the same key stands for the first of them
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param account whose key it is; two accounts may use the same one
 * @param value 1 to 255 printable characters, chosen by the sender
 */
public record IdempotencyKey(Optional<String> account, String value) {

    private static final int LONGEST = 255;

    public IdempotencyKey {
        Objects.requireNonNull(account, "account");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An idempotency key has 1 to " + LONGEST + " characters, not " + value.length());
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An idempotency key must not hold control characters");
        }
    }
}
