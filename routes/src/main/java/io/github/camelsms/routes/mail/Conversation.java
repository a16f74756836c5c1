package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What mails between one phone and one mailbox refer to, so that a mail program shows them together. */
final class Conversation {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<[\\x21-\\x7E&&[^<>@]]{1,200}@[\\x21-\\x7E&&[^<>@]]{1,200}>");
    private static final int OCTETS = 8;

    private Conversation() {}

    /** A Message-ID that no mail has, the same for each mail between these two (RFC 5322, 3.6.4). */
    static String root(String number, MailAddress mailbox, String domain) {
        String both = (number.startsWith("+") ? number.substring(1) : number) + "\n" + mailbox.key();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
            return IdentifiedMail.id(
                    "sms.conversation", HexFormat.of().formatHex(Arrays.copyOf(digest, OCTETS)), domain);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A Message-ID that somebody else has given, when it is one. */
    static Optional<String> messageId(String text) {
        return Optional.of(text.strip()).filter(id -> MESSAGE_ID.matcher(id).matches());
    }
}
