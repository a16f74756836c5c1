package io.github.camelsms.routes.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** JSON Web Tokens (RFC 7519) signed with HMAC-SHA256; no other algorithm is believed. */
final class Jwt {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long LEEWAY_SECONDS = 60;
    private static final long OLDEST_SECONDS = 300;

    private Jwt() {}

    /** The claims of a token whose signature is right and whose time has come and not gone. */
    static Optional<JsonNode> verified(String token, String key, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            JsonNode header = JSON.readTree(base64.decode(parts[0]));
            String signature = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Hashes.hmac(
                            "HmacSHA256", key, (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
            if (!"HS256".equals(header.path("alg").asText()) || !Hashes.same(signature, parts[2].replace("=", ""))) {
                return Optional.empty();
            }
            JsonNode claims = JSON.readTree(base64.decode(parts[1]));
            long second = now.getEpochSecond();
            boolean early = claims.path("nbf").asLong(second) > second + LEEWAY_SECONDS;
            boolean late = claims.path("exp").asLong(second) < second - LEEWAY_SECONDS;
            boolean old = claims.path("iat").asLong(second) < second - OLDEST_SECONDS;
            return early || late || old ? Optional.empty() : Optional.of(claims);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
