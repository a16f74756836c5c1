package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.Part;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Parts that wait for the others of their message, and digests of everything received lately. */
final class ReceivedPartTable {

    /** A set of parts that belong together. */
    record SetKey(String line, String gateway) {

        static SetKey of(IncomingPart part, String key) {
            return new SetKey(part.gateway() + "/" + key, part.gateway());
        }
    }

    private final Duration duplicateWindow;

    ReceivedPartTable(Duration duplicateWindow) {
        this.duplicateWindow = duplicateWindow;
    }

    /**
     * Whether a TPDU was never received before. A modem that could not delete a message offers it again, over restarts
     * too; the time stamp in the TPDU tells two equal texts of a person apart.
     */
    boolean isNew(Tx tx, String gateway, byte[] tpdu, Instant now) throws SQLException {
        return tx.update(
                        "INSERT INTO received_digest (digest, received_at) VALUES (?,?) ON CONFLICT (digest) DO NOTHING",
                        digest(gateway, tpdu),
                        now)
                == 1;
    }

    void forgetOldDigests(Tx tx, Instant now) throws SQLException {
        tx.update("DELETE FROM received_digest WHERE received_at < ?", now.minus(duplicateWindow));
    }

    /** The parts that are there; nobody else adds one before the end of this transaction. */
    List<Part> parts(Tx tx, SetKey set) throws SQLException {
        tx.dialect().lock(tx, set.line());
        return tx.query(
                "SELECT tpdu, received_at FROM received_part WHERE set_key = ?",
                row -> new Part(SmsDeliver.decode(row.getBytes("tpdu")), Rows.time(row, "received_at")),
                set.line());
    }

    void insert(Tx tx, SetKey set, Part part) throws SQLException {
        tx.update(
                "INSERT INTO received_part (set_key, sequence, gateway, tpdu, received_at) VALUES (?,?,?,?,?)",
                set.line(),
                part.sequence(),
                set.gateway(),
                part.deliver().encode(),
                part.receivedAt());
    }

    void delete(Tx tx, SetKey set) throws SQLException {
        tx.update("DELETE FROM received_part WHERE set_key = ?", set.line());
    }

    /** Sets whose newest part is older than {@code before}. */
    List<SetKey> waitingSince(Tx tx, Instant before, int limit) throws SQLException {
        return tx.query(
                "SELECT DISTINCT set_key, gateway FROM received_part p WHERE received_at < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM received_part n WHERE n.set_key = p.set_key AND n.received_at >= ?) LIMIT ?",
                row -> new SetKey(row.getString("set_key"), row.getString("gateway")),
                before,
                before,
                limit);
    }

    private static byte[] digest(String gateway, byte[] tpdu) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(gateway.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(tpdu);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
