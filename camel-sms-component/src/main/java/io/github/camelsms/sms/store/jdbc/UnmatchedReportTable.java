package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Delivery reports that came before the store knew the reference they are about. */
final class UnmatchedReportTable {

    private static final Duration KEPT = Duration.ofDays(3);

    void insert(Tx tx, MessageId id, DeliveryReport report, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO unmatched_report (id, gateway, reference, recipient, state, reason, happened_at, filed_at)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                id.value(),
                report.gateway(),
                report.reference(),
                report.recipient(),
                report.state(),
                report.reason(),
                report.at(),
                now);
    }

    /** Takes out the reports about a reference that has just become known, the oldest first. */
    List<DeliveryReport> take(Tx tx, String gateway, String reference, String recipient) throws SQLException {
        for (String form : ReferenceForms.of(reference)) {
            List<DeliveryReport> taken = takeForm(tx, gateway, form, recipient);
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        return List.of();
    }

    private static List<DeliveryReport> takeForm(Tx tx, String gateway, String reference, String recipient)
            throws SQLException {
        record Kept(String id, DeliveryReport report) {}
        List<Kept> kept = tx
                .query(
                        "SELECT * FROM unmatched_report WHERE gateway = ? AND reference = ? ORDER BY id",
                        row -> new Kept(
                                row.getString("id"),
                                new DeliveryReport(
                                        gateway,
                                        reference,
                                        Rows.text(row, "recipient"),
                                        MessageState.valueOf(row.getString("state")),
                                        row.getString("reason"),
                                        Rows.time(row, "happened_at"))),
                        gateway,
                        reference)
                .stream()
                .filter(row -> row.report()
                        .recipient()
                        .map(number -> PhoneNumber.samePhone(number, recipient))
                        .orElse(true))
                .toList();
        for (Kept row : kept) {
            tx.update("DELETE FROM unmatched_report WHERE id = ?", row.id());
        }
        return kept.stream().map(Kept::report).toList();
    }

    void forgetOld(Tx tx, Instant now) throws SQLException {
        tx.update("DELETE FROM unmatched_report WHERE filed_at < ?", now.minus(KEPT));
    }
}
