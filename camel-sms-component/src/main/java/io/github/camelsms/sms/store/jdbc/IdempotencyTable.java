package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.ReplyTo;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was accepted under which key: identities and a digest of the content, no content. */
final class IdempotencyTable {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int FORGOTTEN_AT_ONCE = 1000;
    private static final String SEPARATOR = ",";

    /**
     * What the key stands for, when it was used before.
     *
     * @throws SmsRejectedException with {@code KEY_REUSED} when it stands for another content
     */
    Optional<List<MessageId>> find(Tx tx, IdempotencyKey key, List<Message> messages) throws SQLException {
        record Kept(String digest, String ids) {}
        Optional<Kept> kept = tx.queryOne(
                "SELECT digest, messages FROM idempotency WHERE account = ? AND idempotency_key = ?",
                row -> new Kept(row.getString("digest"), row.getString("messages")),
                key.account().orElse(""),
                key.value());
        if (kept.isPresent() && !kept.get().digest().equals(digest(key, messages))) {
            throw new SmsRejectedException(
                    Code.KEY_REUSED,
                    "The idempotency key was used for another message; use a new key for each message");
        }
        return kept.map(row -> Arrays.stream(row.ids().split(SEPARATOR, -1))
                .map(MessageId::new)
                .toList());
    }

    void insert(Tx tx, IdempotencyKey key, List<Message> messages, List<MessageId> ids, Instant now)
            throws SQLException {
        Instant kept = messages.stream()
                .map(Message::expiresAt)
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now)
                .plus(KEPT);
        tx.update(
                "INSERT INTO idempotency (account, idempotency_key, digest, messages, kept_until) VALUES (?,?,?,?,?)",
                key.account().orElse(""),
                key.value(),
                digest(key, messages),
                ids.stream().map(MessageId::value).collect(Collectors.joining(SEPARATOR)),
                kept);
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        tx.update(
                "DELETE FROM idempotency WHERE (account, idempotency_key) IN (SELECT account, idempotency_key"
                        + " FROM idempotency WHERE kept_until < ? LIMIT " + FORGOTTEN_AT_ONCE + ")",
                now);
    }

    private static String digest(IdempotencyKey key, List<Message> messages) {
        return key.request().orElseGet(() -> digest(messages));
    }

    private static String digest(List<Message> messages) {
        MessageDigest sha = sha256();
        for (Message message : messages) {
            add(sha, message.recipient().value());
            add(sha, message.sender().orElse(""));
            add(sha, Rows.textOf(message.body()).map(text -> "text " + text).orElse("data"));
            add(sha, Rows.dataOf(message.body()).orElse(new byte[0]));
            add(sha, message.gateways().text());
            add(sha, message.replyTo().map(ReplyTo::key).orElse(""));
            add(sha, Integer.toString(message.priority()));
            add(sha, message.notBefore().map(Instant::toString).orElse(""));
            add(sha, message.attributes().encoded());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(MessageDigest sha, String text) {
        add(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two lists of fields are the same octets. */
    private static void add(MessageDigest sha, byte[] octets) {
        sha.update(Integer.toString(octets.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) ':');
        sha.update(octets);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
    }
}
