package io.github.camelsms.routes.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests that providers sign with. */
final class Hashes {

    private Hashes() {}

    /**
     * @param algorithm such as {@code HmacSHA256}
     */
    static byte[] hmac(String algorithm, String key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hmac(String algorithm, String key, String text) {
        return hmac(algorithm, key, text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] text) {
        return HexFormat.of().formatHex(digest("SHA-256", text));
    }

    static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time wherever they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
