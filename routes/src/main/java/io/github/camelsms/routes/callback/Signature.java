package io.github.camelsms.routes.callback;

import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.provider.Definition;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a provider proves that a call is its own. */
enum Signature {
    /** No signature: a key of ours in the URL, or as the password of HTTP basic authentication. */
    KEY {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            Optional<String> key = gateway.value("callbackKey");
            Optional<String> given = Optional.ofNullable(document.query().get("key"))
                    .or(() -> Optional.ofNullable(document.form().get("key")))
                    .or(() -> basicPassword(call));
            return key.isPresent() && given.isPresent() && Hashes.same(key.get(), given.get());
        }
    },

    /** Base64 of HMAC-SHA1 over the URL and the sorted parameters of the form. */
    TWILIO {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            StringBuilder signed = new StringBuilder(url(call, gateway));
            document.form().forEach((name, value) -> signed.append(name).append(value));
            String expected = base64(Hashes.hmac("HmacSHA1", gateway.require("secret"), signed.toString()));
            return Hashes.same(expected, call.field("x-twilio-signature").orElse(""));
        }
    },

    /** {@code sig} over the sorted parameters, by the HMAC of its length or MD5; or a JSON Web Token. */
    VONAGE {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            String key = gateway.require("signingKey");
            String authorization = call.field("authorization").orElse("");
            if (authorization.startsWith("Bearer ")) {
                return Jwt.verified(authorization.substring(7), key, now)
                        .filter(claims -> claims.path("payload_hash").asText("").equals(Hashes.sha256(call.body())))
                        .isPresent();
            }
            Map<String, String> signed = new TreeMap<>(document.query());
            signed.putAll(document.form());
            if (document.form().isEmpty()) {
                document.json()
                        .properties()
                        .forEach(field ->
                                signed.put(field.getKey(), field.getValue().asText()));
            }
            String given = Optional.ofNullable(signed.remove("sig")).orElse("").toLowerCase(java.util.Locale.ROOT);
            // ours, in the URL that the provider was given
            signed.remove("gateway");
            StringBuilder text = new StringBuilder();
            signed.forEach(
                    (name, value) -> text.append('&').append(name).append('=').append(value.replaceAll("[&=]", "_")));
            return isFresh(signed.getOrDefault("timestamp", ""), now)
                    && Hashes.same(sig(text.toString(), key, given), given);
        }
    },

    /** A token with the digests of the URL and of the body. */
    MESSAGEBIRD {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            String urlHash = Hashes.sha256(url(call, gateway).getBytes(StandardCharsets.UTF_8));
            return Jwt.verified(call.field("messagebird-signature-jwt").orElse(""), gateway.require("signingKey"), now)
                    .filter(claims -> claims.path("url_hash").asText("").equals(urlHash))
                    .filter(claims -> call.body().length == 0
                            || claims.path("payload_hash").asText("").equals(Hashes.sha256(call.body())))
                    .isPresent();
        }
    },

    /** Ed25519 over {@code timestamp|body}. */
    TELNYX {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            String timestamp = call.field("telnyx-timestamp").orElse("");
            if (!isFresh(timestamp, now)) {
                return false;
            }
            try {
                byte[] key = Base64.getDecoder().decode(gateway.require("signingKey"));
                byte[] encoded = HexFormat.of()
                        .parseHex("302A300506032B6570032100" + HexFormat.of().formatHex(key));
                java.security.Signature ed25519 = java.security.Signature.getInstance("Ed25519");
                ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                ed25519.update((timestamp + "|").getBytes(StandardCharsets.US_ASCII));
                ed25519.update(call.body());
                return ed25519.verify(Base64.getDecoder()
                        .decode(call.field("telnyx-signature-ed25519").orElse("")));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    },

    /** Base64 of HMAC-SHA256: version 2 over the URL without its query and a nonce, version 3 over all. */
    PLIVO {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            String bare = url(call, gateway).replaceFirst("\\?.*$", "");
            String version = call.field("x-plivo-signature-v3").isPresent() ? "v3" : "v2";
            String nonce = call.field("x-plivo-signature-" + version + "-nonce").orElse("");
            String signed = version.equals("v2") ? bare + nonce : bare + parameters(document) + "." + nonce;
            String expected = base64(Hashes.hmac("HmacSHA256", gateway.require("secret"), signed));
            // one for each token of an account that changes it
            return !nonce.isEmpty()
                    && Arrays.stream(call.field("x-plivo-signature-" + version)
                                    .orElse("")
                                    .split(",", -1))
                            .anyMatch(given -> Hashes.same(expected, given.strip()));
        }

        /** Those of the query as it would be written without escapes, a dot, and those of the form without any sign. */
        private String parameters(CallbackDocument document) {
            String query = document.query().entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .collect(Collectors.joining("&"));
            StringBuilder form = new StringBuilder();
            document.form().forEach((name, value) -> form.append(name).append(value));
            return (query.isEmpty() && form.isEmpty() ? "" : "?")
                    + query
                    + (query.isEmpty() || form.isEmpty() ? "" : ".")
                    + form;
        }
    },

    /** Hex of HMAC-SHA256 over the body and the time. */
    ANDROID {
        @Override
        boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
            String timestamp = call.field("x-timestamp").orElse("");
            String expected = HexFormat.of()
                    .formatHex(Hashes.hmac(
                            "HmacSHA256",
                            gateway.require("signingKey"),
                            (new String(call.body(), StandardCharsets.ISO_8859_1) + timestamp)
                                    .getBytes(StandardCharsets.ISO_8859_1)));
            return isFresh(timestamp, now)
                    && Hashes.same(expected, call.field("x-signature").orElse(""));
        }
    };

    private static final long TOLERANCE_SECONDS = 300;

    abstract boolean holds(HttpCall call, CallbackDocument document, Definition gateway, Instant now);

    /**
     * Whether a call is what it says. A gateway with a key of its own takes that in place of a signature of which it has
     * no key.
     */
    static boolean verify(HttpCall call, CallbackDocument document, Definition gateway, Instant now) {
        String name = gateway.value("signature").orElse("key");
        Signature signature = valueOf(name.toUpperCase(java.util.Locale.ROOT));
        boolean noKey =
                switch (signature) {
                    case KEY -> false;
                    case TWILIO, PLIVO -> gateway.value("secret").isEmpty();
                    default -> gateway.value("signingKey").isEmpty();
                };
        return (noKey ? KEY : signature).holds(call, document, gateway, now);
    }

    /** The URL as the provider has it, which a proxy before us may have changed. */
    private static String url(HttpCall call, Definition gateway) {
        String base = gateway.value("callback").orElse("").replaceFirst("/+$", "");
        String query = new String(call.query(), StandardCharsets.UTF_8);
        return base + call.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private static boolean isFresh(String timestamp, Instant now) {
        return timestamp.matches("[0-9]{1,12}")
                && Math.abs(Long.parseLong(timestamp) - now.getEpochSecond()) <= TOLERANCE_SECONDS;
    }

    private static String sig(String text, String key, String given) {
        HexFormat hex = HexFormat.of();
        return switch (given.length()) {
            case 128 -> hex.formatHex(Hashes.hmac("HmacSHA512", key, text));
            case 64 -> hex.formatHex(Hashes.hmac("HmacSHA256", key, text));
            case 40 -> hex.formatHex(Hashes.hmac("HmacSHA1", key, text));
            default -> hex.formatHex(Hashes.digest("MD5", (text + key).getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static Optional<String> basicPassword(HttpCall call) {
        String field = call.field("authorization").orElse("");
        if (!field.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(field.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
