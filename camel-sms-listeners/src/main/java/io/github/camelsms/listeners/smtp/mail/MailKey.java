package io.github.camelsms.listeners.smtp.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes a mail and its repetitions one request: the same mail again, because its answer was lost. */
public final class MailKey {

    private MailKey() {}

    /**
     * The idempotency key of a mail to a recipient.
     *
     * @param sender of the envelope
     * @param to the numbers
     * @param identity the {@code Message-ID}, or what else tells one mail from another
     * @param body the text, or the octets
     */
    public static String of(String sender, String to, String identity, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : new String[] {sender, to, identity}) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            digest.update(
                    body instanceof byte[] octets ? octets : body.toString().getBytes(StandardCharsets.UTF_8));
            return "mail-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
