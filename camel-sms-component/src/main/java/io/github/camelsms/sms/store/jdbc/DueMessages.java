package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Message;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which messages a gateway gets next. Two indexes in one: those for it alone and those for any gateway, each by
 * priority and time, so that a look costs the same however many wait.
 */
final class DueMessages {

    private static final String ANY_GATEWAY = "";
    /** The first of each index range. */
    private static final String NEXT_DUE = "SELECT MIN(due_at) AS due_at FROM ("
            + String.join(
                    " UNION ALL ",
                    Collections.nCopies(
                            2 * (Message.HIGHEST_PRIORITY + 1),
                            "SELECT (SELECT due_at FROM message WHERE target = ? AND priority = ? AND due_at > ?"
                                    + " AND expires_at > ? ORDER BY due_at LIMIT 1) AS due_at"))
            + ") AS heads";

    private static final Comparator<Due> OLDEST_FIRST =
            Comparator.comparing(Due::at).thenComparing(Due::id);
    private static final Comparator<Due> MOST_URGENT_FIRST =
            Comparator.comparing(Due::priority).reversed().thenComparing(OLDEST_FIRST);

    /** A message that could be handed out. */
    private record Due(Instant at, String id, int priority) {}

    private final Turns turns = new Turns();

    /** At most {@code limit} identities; to be handed out within this transaction. */
    List<String> next(Tx tx, String gateway, int limit, Instant now) throws SQLException {
        List<Due> urgent = new ArrayList<>();
        for (int priority = Message.HIGHEST_PRIORITY; priority >= 0 && urgent.size() < limit; priority--) {
            urgent.addAll(due(tx, gateway, priority, limit - urgent.size(), now));
        }
        List<Due> chosen = withTurns(tx, gateway, limit, now, urgent);
        turns.handedOut(gateway, chosen.size());
        return chosen.stream().map(Due::id).toList();
    }

    /** When the earliest of the others becomes due. */
    Optional<Instant> nextDue(Tx tx, String gateway, Instant now) throws SQLException {
        Instant after = tx.dialect().dueAfter(now);
        List<Object> arguments = new ArrayList<>();
        for (String target : List.of(ANY_GATEWAY, gateway)) {
            for (int priority = 0; priority <= Message.HIGHEST_PRIORITY; priority++) {
                arguments.addAll(List.of(target, priority, after, now));
            }
        }
        return tx.queryOne(NEXT_DUE, row -> Rows.optionalTime(row, "due_at"), arguments.toArray())
                .flatMap(due -> due)
                .map(due -> Leases.soon(due, now));
    }

    /** Gives their turns to those that have been due longest among the less urgent ones. */
    private List<Due> withTurns(Tx tx, String gateway, int limit, Instant now, List<Due> urgent) throws SQLException {
        int lowerTurns = turns.ofLower(gateway, limit);
        if (urgent.isEmpty() || lowerTurns == 0) {
            return urgent;
        }
        List<Due> lower = new ArrayList<>();
        for (int priority = urgent.get(0).priority() - 1; priority >= 0; priority--) {
            lower.addAll(due(tx, gateway, priority, lowerTurns, now));
        }
        List<Due> theirs = lower.stream().sorted(OLDEST_FIRST).limit(lowerTurns).toList();
        List<Due> chosen = new ArrayList<>(urgent.stream()
                .filter(due -> !theirs.contains(due))
                .limit((long) limit - theirs.size())
                .toList());
        chosen.addAll(theirs);
        chosen.sort(MOST_URGENT_FIRST);
        return chosen;
    }

    private static List<Due> due(Tx tx, String gateway, int priority, int limit, Instant now) throws SQLException {
        String sql = "SELECT id, due_at FROM message WHERE target = ? AND priority = ? AND due_at <= ?"
                + " AND expires_at > ? ORDER BY due_at, id LIMIT ?"
                + tx.dialect().forUpdateSkipLocked();
        Tx.RowMapper<Due> mapper = row -> new Due(Rows.time(row, "due_at"), row.getString("id"), priority);
        List<Due> due = new ArrayList<>(tx.query(sql, mapper, ANY_GATEWAY, priority, now, now, limit));
        due.addAll(tx.query(sql, mapper, gateway, priority, now, now, limit));
        return due.stream().sorted(OLDEST_FIRST).limit(limit).toList();
    }
}
