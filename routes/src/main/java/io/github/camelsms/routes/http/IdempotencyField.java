package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.Optional;

/**
 * The header field {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): a string in double quotes as
 * RFC 9651 writes it, or the bare key as most clients do. Both are the same key.
 */
public final class IdempotencyField {

    private static final int LONGEST = 255;

    private IdempotencyField() {}

    /** The key, if there is one. */
    public static Optional<String> of(HttpCall call) throws RefusedException {
        Optional<String> field = call.field("idempotency-key").map(String::strip);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        // twice as long where each character stands behind a backslash
        if (field.get().length() > 2 * LONGEST + 2) {
            throw tooLongOrOdd();
        }
        String key = field.get().startsWith("\"") ? unquoted(field.get()) : field.get();
        boolean printable = key.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (key.isBlank() || key.length() > LONGEST || !printable) {
            throw tooLongOrOdd();
        }
        return Optional.of(key);
    }

    private static RefusedException tooLongOrOdd() {
        return Refusal.BAD_PARAM.because("Idempotency-Key is 1 to " + LONGEST + " printable ASCII characters");
    }

    /** RFC 9651, 3.3.3: a backslash stands before a quote or a backslash, and nowhere else. */
    private static String unquoted(String field) throws RefusedException {
        String inner = field.substring(1, Math.max(field.length() - 1, 1));
        boolean wellFormed =
                field.length() > 1 && field.endsWith("\"") && inner.matches("(?:[^\"\\\\]|\\\\[\"\\\\])*+");
        if (!wellFormed) {
            throw Refusal.BAD_PARAM.because("Idempotency-Key is a string in double quotes, or a key without any");
        }
        return inner.replaceAll("\\\\(.)", "$1");
    }
}
