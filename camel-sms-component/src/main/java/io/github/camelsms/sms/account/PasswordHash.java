package io.github.camelsms.sms.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-256 (RFC 8018), a salt for each and its own number of iterations.
 *
 * <p>Written as {@code pbkdf2$sha256$ITERATIONS$SALT$HASH}, salt and hash in base64 without padding.
 */
public final class PasswordHash {

    /** What every written hash starts with. */
    public static final String PREFIX = "pbkdf2$";

    /** Iterations of a new hash (OWASP, 2023). */
    public static final int ITERATIONS = 600_000;

    private static final int MIN_ITERATIONS = 10_000;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password with a new salt. */
    public static PasswordHash of(String password) {
        return of(password, ITERATIONS);
    }

    /** A hash that nobody's password has, and that costs little. */
    static PasswordHash quick() {
        return of("", MIN_ITERATIONS);
    }

    static PasswordHash of(String password, int iterations) {
        byte[] salt = new byte[SALT_OCTETS];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations, HASH_OCTETS));
    }

    /**
     * Reads a written hash.
     *
     * @throws IllegalArgumentException when it is not one; the text never holds the value
     */
    public static PasswordHash parse(String written) {
        String[] fields = Objects.requireNonNull(written, "written").split("\\$", -1);
        if (fields.length != 5 || !fields[0].equals("pbkdf2") || !fields[1].equals("sha256")) {
            throw new IllegalArgumentException(
                    "a password hash is written pbkdf2$sha256$ITERATIONS$SALT$HASH, with salt and hash in base64");
        }
        int iterations = iterations(fields[2]);
        byte[] salt = base64(fields[3]);
        byte[] hash = base64(fields[4]);
        if (salt.length < 8 || hash.length < 20) {
            throw new IllegalArgumentException("a password hash needs 8 octets of salt and 20 of hash at least");
        }
        return new PasswordHash(iterations, salt, hash);
    }

    private static int iterations(String digits) {
        if (!digits.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException("the iterations of a password hash are a number");
        }
        int iterations = Integer.parseInt(digits);
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            throw new IllegalArgumentException("the iterations of a password hash are " + MIN_ITERATIONS + " to "
                    + MAX_ITERATIONS + ", not " + iterations);
        }
        return iterations;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("salt and hash of a password hash are base64", e);
        }
    }

    /** Whether this is the hash of that password; takes the same time whatever the answer. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations, hash.length));
    }

    /** The written form, for a configuration file. */
    public String written() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + "sha256$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(String password, byte[] salt, int iterations, int octets) {
        // PBEKeySpec takes characters; one character per octet of UTF-8 makes every password distinct
        char[] secret =
                new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(secret, salt, iterations, octets * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
