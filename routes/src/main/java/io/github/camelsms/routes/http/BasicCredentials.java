package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What the field {@code Authorization} says: HTTP basic authentication (RFC 7617), UTF-8, or a token. */
final class BasicCredentials {

    private static final String BEARER = "Bearer ";

    private BasicCredentials() {}

    /** The token of a bearer (RFC 6750). */
    static Optional<String> token(Optional<String> authorization) {
        return authorization
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** Name and password. */
    static Optional<Credentials> of(Optional<String> field) throws RefusedException {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String value = field.get();
        if (!value.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            throw Refusal.UNAUTHENTICATED.because("the schemes of Authorization here are Basic and Bearer");
        }
        try {
            String pair = Parameters.utf8(
                    Base64.getDecoder().decode(value.substring(6).strip()));
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException | RefusedException e) {
            // said below, in the same words for each way of being broken
        }
        throw Refusal.UNAUTHENTICATED.because("the field Authorization is not base64 of name:password");
    }
}
