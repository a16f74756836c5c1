package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** HTTP basic authentication (RFC 7617), UTF-8. */
final class BasicCredentials {

    private BasicCredentials() {}

    static Optional<Credentials> of(HttpCall call) throws RefusedException {
        Optional<String> field = call.field("authorization");
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String value = field.get();
        if (!value.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            throw Refusal.UNAUTHENTICATED.because("the only scheme of Authorization here is Basic");
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
