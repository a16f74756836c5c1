package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves messages with a preference list on when the gateway that they wait for is down or has been silent too long, and
 * notices gateways that messages wait for and nobody serves.
 */
final class Failover {

    private final Tables tables;

    Failover(Tables tables) {
        this.tables = tables;
    }

    /** Moves at most {@code limit} messages, and tells how many; messages that nobody else can take stay. */
    int move(Tx tx, int limit) throws SQLException {
        Instant now = tables.now();
        int moved = 0;
        for (String list : distinct(tx, "gateways", "failover_at IS NOT NULL AND due_at IS NOT NULL")) {
            GatewayChoice choice = GatewayChoice.parse(list);
            Optional<GatewayChoice> next = nextServed(tx, choice);
            if (next.isPresent() && moved < limit) {
                boolean down = !sends(tx, choice.first(), now);
                moved += move(tx, choice, next.get(), down ? Optional.empty() : Optional.of(now), limit - moved);
            }
        }
        return moved;
    }

    /** Gateways that messages wait for and nobody serves, and how many wait for each. */
    Map<String, Long> unserved(Tx tx) throws SQLException {
        Map<String, Long> unserved = new TreeMap<>();
        for (String gateway : distinct(tx, "target", "due_at IS NOT NULL")) {
            if (!tables.workers().isServed(tx, gateway)) {
                unserved.put(gateway, Waiting.forGateway(tx, gateway));
            }
        }
        return unserved;
    }

    private int move(Tx tx, GatewayChoice from, GatewayChoice to, Optional<Instant> silentSince, int limit)
            throws SQLException {
        List<MessageId> ids = tables.outgoing().waitingFor(tx, from, silentSince, limit);
        for (MessageId id : ids) {
            tables.outgoing().moveOn(tx, id, to, tables.now());
            tables.events()
                    .insert(
                            tx,
                            id,
                            Kind.MOVED_ON,
                            "from " + from.first()
                                    + (silentSince.isPresent() ? ", silent too long" : why(tx, from.first())) + ", to "
                                    + to.first(),
                            tables.now());
        }
        return ids.size();
    }

    /** The list with the next gateway that somebody serves in front. */
    private Optional<GatewayChoice> nextServed(Tx tx, GatewayChoice choice) throws SQLException {
        GatewayChoice rotated = choice;
        for (int i = 1; i < choice.ids().size(); i++) {
            rotated = rotated.rotated();
            if (sends(tx, rotated.first(), tables.now())) {
                return Optional.of(rotated);
            }
        }
        return Optional.empty();
    }

    private String why(Tx tx, String gateway) throws SQLException {
        return tables.workers().isServed(tx, gateway) ? ", closed by its budget" : ", down";
    }

    private boolean sends(Tx tx, String gateway, Instant now) throws SQLException {
        return tables.workers().isServed(tx, gateway) && !tables.allowances().isClosed(tx, gateway, now);
    }

    /** One step in the index for each value, however many rows have it. */
    private static List<String> distinct(Tx tx, String column, String condition) throws SQLException {
        List<String> values = new ArrayList<>();
        String last = "";
        while (true) {
            Optional<String> next = tx.queryOne(
                            "SELECT MIN(" + column + ") AS next FROM message WHERE " + column + " > ? AND " + condition,
                            row -> Rows.text(row, "next"),
                            last)
                    .flatMap(value -> value);
            if (next.isEmpty()) {
                return values;
            }
            last = next.get();
            values.add(last);
        }
    }
}
