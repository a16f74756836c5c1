package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.Stop;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator has stopped: a row while it is, so that there is nothing to read most of the time. */
final class StopTable {

    List<Stop> all(Tx tx) throws SQLException {
        return tx.query(
                "SELECT scope, reason, since FROM kill_switch ORDER BY scope",
                row -> new Stop(row.getString("scope"), row.getString("reason"), Rows.time(row, "since")));
    }

    void put(Tx tx, Stop stop, Instant now) throws SQLException {
        tx.update(
                "INSERT INTO kill_switch (scope, reason, since) VALUES (?,?,?)"
                        + " ON CONFLICT (scope) DO UPDATE SET reason = excluded.reason",
                stop.scope(),
                stop.reason(),
                now);
    }

    void remove(Tx tx, String scope) throws SQLException {
        tx.update("DELETE FROM kill_switch WHERE scope = ?", scope);
    }

    /** Refuses what comes in while accepting is stopped. */
    void check(Tx tx) throws SQLException {
        Optional<Stop> stop = tx.stops(this).stream()
                .filter(each -> each.scope().equals(Stop.ACCEPT))
                .findFirst();
        if (stop.isPresent()) {
            throw new SmsRejectedException(Code.SENDING_STOPPED, "The operator has stopped sending; try again later");
        }
    }

    /** Whether nothing may be handed out to a gateway. */
    boolean isStopped(Tx tx, String gateway) throws SQLException {
        return tx.stops(this).stream()
                .map(Stop::scope)
                .anyMatch(scope -> scope.equals(Stop.SEND) || scope.equals(Stop.sending(gateway)));
    }
}
