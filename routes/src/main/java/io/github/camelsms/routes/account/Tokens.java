package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Accounts;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that prove an account: random, long, and kept as their digest only. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OCTETS = 24;

    private Tokens() {}

    /** A new one, with 192 random bits. */
    public static String create() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return "sms_" + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** What is kept of it. */
    public static String digest(String token) {
        return Accounts.digest(token);
    }
}
