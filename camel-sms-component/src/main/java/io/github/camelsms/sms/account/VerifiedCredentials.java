package io.github.camelsms.sms.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials that were found right a moment ago, so that the slow hash need not run for each request. Holds no
 * password: only HMAC-SHA-256 values under a key that lives as long as this process.
 */
final class VerifiedCredentials {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MAX = 10_000;

    private final Clock clock;
    private final SecretKeySpec key;
    // in the order of insertion, which is the order of expiry
    private final Map<ByteBuffer, Instant> expiry = new LinkedHashMap<>();

    VerifiedCredentials(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * @param expected what the password was compared with, so that a change of it ends what was verified
     */
    byte[] digest(String name, String password, String expected) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String field : new String[] {name, password}) {
                byte[] octets = field.getBytes(StandardCharsets.UTF_8);
                // the length keeps "ab" + "c" apart from "a" + "bc"
                mac.update(ByteBuffer.allocate(4).putInt(octets.length).flip());
                mac.update(octets);
            }
            return mac.doFinal(expected.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }

    synchronized boolean contains(byte[] digest) {
        Instant until = expiry.get(ByteBuffer.wrap(digest));
        return until != null && clock.instant().isBefore(until);
    }

    synchronized void add(byte[] digest) {
        Instant now = clock.instant();
        Iterator<Instant> oldest = expiry.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next()) || expiry.size() >= MAX)) {
            oldest.remove();
        }
        ByteBuffer entry = ByteBuffer.wrap(digest);
        expiry.remove(entry);
        expiry.put(entry, now.plus(LIFE));
    }
}
