package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The ledger: what the network has of each part, and what it said about it later. */
final class PartTable {

    /** A part that a delivery report is about. */
    record Sent(MessageId message, int part, MessageState state, Instant takenAt) {}

    private static final int REFERENCES = 0x10000;

    private final RandomGenerator random;

    PartTable(RandomGenerator random) {
        this.random = random;
    }

    /** What is known of the parts of a message, which from now on has {@code total}. */
    PartLedger.Plan open(Tx tx, MessageId id, int total) throws SQLException {
        Known known = tx.queryOne(
                        "SELECT parts, concat_reference, recipient FROM message WHERE id = ?",
                        PartTable::known,
                        id.value())
                .orElseThrow();
        int reference = known.reference().isPresent()
                ? known.reference().get()
                : nextReference(tx, id, known.recipient(), total);
        if (known.parts() != total) {
            tx.update("UPDATE message SET parts = ? WHERE id = ?", total, id.value());
        }
        return new PartLedger.Plan(reference, accepted(tx, id));
    }

    void sending(Tx tx, MessageId id, int part, String gateway, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO part (message, part, state, gateway, changed_at) VALUES (?,?,?,?,?)"
                        + " ON CONFLICT (message, part) DO UPDATE SET state = excluded.state,"
                        + " gateway = excluded.gateway, changed_at = excluded.changed_at",
                id.value(),
                part,
                MessageState.SENDING,
                gateway,
                now);
    }

    void accepted(Tx tx, MessageId id, int part, String gateway, String reference, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO part (message, part, state, gateway, reference, changed_at) VALUES (?,?,?,?,?,?)"
                        + " ON CONFLICT (message, part) DO UPDATE SET state = excluded.state,"
                        + " gateway = excluded.gateway, reference = excluded.reference,"
                        + " changed_at = excluded.changed_at",
                id.value(),
                part,
                MessageState.ENROUTE,
                gateway,
                reference,
                now);
    }

    Map<Integer, String> accepted(Tx tx, MessageId id) throws SQLException {
        Map<Integer, String> accepted = new HashMap<>();
        tx.query(
                "SELECT part, reference FROM part WHERE message = ? AND reference IS NOT NULL",
                row -> accepted.put(row.getInt("part"), row.getString("reference")),
                id.value());
        return accepted;
    }

    /** States of all parts that were ever given to a network. */
    List<MessageState> states(Tx tx, MessageId id) throws SQLException {
        return tx.query(
                "SELECT state FROM part WHERE message = ?",
                row -> MessageState.valueOf(row.getString("state")),
                id.value());
    }

    void report(Tx tx, Sent part, MessageState state, Instant now) throws SQLException {
        tx.update(
                "UPDATE part SET state = ?, changed_at = ? WHERE message = ? AND part = ?",
                state,
                now,
                part.message().value(),
                part.part());
    }

    /** Has a reference and the reports about it meet each other, whoever comes first. */
    void lock(Tx tx, String gateway, String reference) throws SQLException {
        tx.dialect().lock(tx, gateway + "/" + reference);
    }

    /** The newest part that a report can be about: references of eight bits come round again. */
    Optional<Sent> find(Tx tx, DeliveryReport report) throws SQLException {
        for (String reference : ReferenceForms.of(report.reference())) {
            Optional<Sent> found = find(tx, report, reference);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sent> find(Tx tx, DeliveryReport report, String reference) throws SQLException {
        record Candidate(Sent sent, String recipient) {}
        return tx
                .query(
                        "SELECT p.message, p.part, p.state, p.changed_at, m.recipient FROM part p JOIN message m ON m.id = p.message"
                                + " WHERE p.gateway = ? AND p.reference = ? ORDER BY p.changed_at DESC LIMIT 50",
                        row -> new Candidate(
                                new Sent(
                                        new MessageId(row.getString("message")),
                                        row.getInt("part"),
                                        MessageState.valueOf(row.getString("state")),
                                        Rows.time(row, "changed_at")),
                                row.getString("recipient")),
                        report.gateway(),
                        reference)
                .stream()
                .filter(candidate -> report.recipient()
                        .map(recipient -> PhoneNumber.samePhone(recipient, candidate.recipient()))
                        .orElse(true))
                .map(Candidate::sent)
                .findFirst();
    }

    private record Known(int parts, Optional<Integer> reference, String recipient) {}

    private static Known known(ResultSet row) throws SQLException {
        int reference = row.getInt("concat_reference");
        Optional<Integer> assigned = row.wasNull() ? Optional.empty() : Optional.of(reference);
        return new Known(row.getInt("parts"), assigned, row.getString("recipient"));
    }

    /** Counts up for each recipient from a random start, so that two messages never share one soon. */
    private int nextReference(Tx tx, MessageId id, String recipient, int total) throws SQLException {
        if (total == 1) {
            return 0;
        }
        tx.update(
                "INSERT INTO concat_reference (recipient, reference) VALUES (?,?) ON CONFLICT (recipient)"
                        + " DO UPDATE SET reference = (concat_reference.reference + 1) % " + REFERENCES,
                recipient,
                random.nextInt(REFERENCES));
        int reference = tx.queryOne(
                        "SELECT reference FROM concat_reference WHERE recipient = ?",
                        row -> row.getInt("reference"),
                        recipient)
                .orElseThrow();
        tx.update("UPDATE message SET concat_reference = ? WHERE id = ?", reference, id.value());
        return reference;
    }
}
