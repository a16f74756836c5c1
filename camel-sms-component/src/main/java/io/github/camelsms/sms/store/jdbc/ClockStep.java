package io.github.camelsms.sms.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that was set back. What waits for its next attempt waits no longer than it would have without that: its time
 * moves by as much as the clock. What a sender has scheduled, and each expiry, are times of the calendar and stay.
 */
final class ClockStep {

    private static final Logger LOG = LoggerFactory.getLogger(ClockStep.class);
    // less than that is skew, which back-off with jitter bears
    private static final Duration NOTICED = Duration.ofMinutes(1);

    private ClockStep() {}

    /** @param before the time when it was last looked at */
    static void look(Tx tx, Instant before, Instant now) throws SQLException {
        if (!before.isAfter(now.plus(NOTICED))) {
            return;
        }
        long step = Duration.between(now, before).toMillis();
        LOG.warn(
                "The clock was set back by {}; what waits for its next attempt is moved along",
                Duration.ofMillis(step));
        move(tx, "message", "due_at", " AND (not_before IS NULL OR not_before < due_at)", step, now);
        move(tx, "message", "failover_at", "", step, now);
        for (String table : List.of("incoming", "outcome")) {
            move(tx, table, "due_at", "", step, now);
        }
        // who shares the store shares its clock: nobody else is to do that again
        tx.update("UPDATE worker SET seen_at = ? WHERE seen_at > ?", now, now);
    }

    private static void move(Tx tx, String table, String column, String more, long step, Instant now)
            throws SQLException {
        tx.update(
                "UPDATE " + table + " SET " + column + " = CASE WHEN " + column + " - ? < ? THEN ? ELSE " + column
                        + " - ? END WHERE " + column + " > ?" + more,
                step,
                now,
                now,
                step,
                now);
    }
}
