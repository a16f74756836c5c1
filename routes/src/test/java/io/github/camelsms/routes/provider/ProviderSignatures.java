package io.github.camelsms.routes.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as providers do. */
final class ProviderSignatures {

    private final String base;
    private final KeyPair telnyx;

    ProviderSignatures(String base) {
        this.base = base;
        try {
            telnyx = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String telnyxKey() {
        byte[] encoded = telnyx.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    Map<String, String> fields(JsonNode each, String path, String body, String now) throws Exception {
        String secret = each.path("settings").path("secret").asText();
        return switch (each.path("signed").asText("")) {
            case "twilio" -> {
                StringBuilder text = new StringBuilder(base + path);
                pairs(body).forEach((name, value) -> text.append(name).append(value));
                yield Map.of("X-Twilio-Signature", base64(hmac("HmacSHA1", secret, text.toString())));
            }
            case "plivo" ->
                Map.of(
                        "X-Plivo-Signature-V2-Nonce",
                        "n1",
                        "X-Plivo-Signature-V2",
                        base64(hmac("HmacSHA256", secret, base + path.replaceFirst("\\?.*", "") + "n1")));
            case "android" ->
                Map.of(
                        "X-Timestamp",
                        now,
                        "X-Signature",
                        HexFormat.of().formatHex(hmac("HmacSHA256", "k", body + now)));
            case "telnyx" -> {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(telnyx.getPrivate());
                signature.update((now + "|" + body).getBytes(StandardCharsets.UTF_8));
                yield Map.of("telnyx-timestamp", now, "telnyx-signature-ed25519", base64(signature.sign()));
            }
            case "messagebird" -> Map.of("MessageBird-Signature-JWT", jwt(path, body, Long.parseLong(now)));
            default -> Map.of();
        };
    }

    /** MD5 over the parameters of Vonage, ours taken out. */
    String vonage(String query) throws Exception {
        StringBuilder text = new StringBuilder();
        pairs(query).forEach((name, value) -> {
            if (!name.equals("gateway")) {
                text.append("&").append(name).append("=").append(value);
            }
        });
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest((text + "k").getBytes(StandardCharsets.UTF_8)));
    }

    private String jwt(String path, String body, long now) throws Exception {
        String claims = "{\"iss\":\"MessageBird\",\"nbf\":" + (now - 1) + ",\"exp\":" + (now + 60) + ",\"url_hash\":\""
                + sha256(base + path) + "\"" + (body.isEmpty() ? "" : ",\"payload_hash\":\"" + sha256(body) + "\"")
                + "}";
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String signed = url.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + url.encodeToString(hmac("HmacSHA256", "k", signed));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            pairs.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(String algorithm, String key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
