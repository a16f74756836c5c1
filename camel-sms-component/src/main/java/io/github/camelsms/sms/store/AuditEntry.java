package io.github.camelsms.sms.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody has done to the gateway.
 *
 * @param number 1, 2, 3 … without a gap
 * @param at when, to the millisecond
 * @param actor who: {@code account joe}, {@code command root} (a user of the machine), {@code gateway} by itself
 * @param action such as {@code account.change}
 * @param subject to what
 * @param detail what has changed; never a secret
 * @param hash SHA-256 over the hash of the entry before and all of the above, in hex
 */
public record AuditEntry(
        long number, Instant at, String actor, String action, String subject, String detail, String hash) {

    private static final int LONGEST = 500;
    private static final String BEGINNING = "";

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(hash, "hash");
    }

    /** The entry that comes next. */
    public static AuditEntry after(
            Optional<AuditEntry> last, Instant at, String actor, String action, String subject, String detail) {
        AuditEntry open = new AuditEntry(
                last.map(AuditEntry::number).orElse(0L) + 1,
                at.truncatedTo(ChronoUnit.MILLIS),
                plain(actor),
                plain(action),
                plain(subject),
                plain(detail),
                "");
        return new AuditEntry(
                open.number, open.at, open.actor, open.action, open.subject, open.detail, open.hashAfter(last));
    }

    /** Whether this is what was written, and next after {@code last}. */
    public boolean follows(Optional<AuditEntry> last) {
        return number == last.map(AuditEntry::number).orElse(0L) + 1 && hash.equals(hashAfter(last));
    }

    private String hashAfter(Optional<AuditEntry> last) {
        MessageDigest sha = sha256();
        String[] fields = {
            last.map(AuditEntry::hash).orElse(BEGINNING),
            Long.toString(number),
            Long.toString(at.toEpochMilli()),
            actor,
            action,
            subject,
            detail
        };
        for (String field : fields) {
            byte[] octets = field.getBytes(StandardCharsets.UTF_8);
            // with its length, so that no two lists of fields are the same octets
            sha.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(octets);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** One line, as every database can keep it. */
    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
