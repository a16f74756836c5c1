package io.github.camelsms.sms.store.jdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts that are kept and not counted again. What a transaction changes is written once, at its end: many pieces of
 * work then change a count with one statement, and always in the order of the names, so that two machines that change
 * the same ones do not wait for each other.
 */
final class Tallies {

    private final Tx tx;
    private final Map<String, Long> changes = new TreeMap<>();

    Tallies(Tx tx) {
        this.tx = tx;
    }

    void add(String name, long amount) {
        changes.merge(name, amount, Long::sum);
    }

    /** All of them together, with what this transaction has added so far. */
    long sum(List<String> names) throws SQLException {
        String places = String.join(",", Collections.nCopies(names.size(), "?"));
        long stored = tx.queryOne(
                        "SELECT COALESCE(SUM(amount), 0) AS amount FROM tally WHERE name IN (" + places + ")",
                        row -> row.getLong("amount"),
                        names.toArray())
                .orElse(0L);
        return stored
                + names.stream()
                        .mapToLong(name -> changes.getOrDefault(name, 0L))
                        .sum();
    }

    /** Writes what has changed; to be called before the commit. */
    void write() throws SQLException {
        for (Map.Entry<String, Long> change : changes.entrySet()) {
            if (change.getValue() != 0) {
                tx.update(
                        "INSERT INTO tally (name, amount) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET amount = tally.amount + excluded.amount",
                        change.getKey(),
                        change.getValue());
            }
        }
        changes.clear();
    }

    /** Forgets what has changed; to be called when the transaction is rolled back. */
    void forget() {
        changes.clear();
    }
}
