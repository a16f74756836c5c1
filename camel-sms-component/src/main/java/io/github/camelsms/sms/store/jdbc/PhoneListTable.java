package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.Message;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of phones, and which phone was answered automatically when. */
final class PhoneListTable {

    boolean contains(Tx tx, String list, String number) throws SQLException {
        List<String> keys = ListEntry.keysOf(number);
        List<Object> arguments = new ArrayList<>(keys);
        arguments.add(0, list);
        String marks = String.join(",", Collections.nCopies(keys.size(), "?"));
        return tx.queryOne(
                        "SELECT 1 FROM phone_list WHERE name = ? AND entry IN (" + marks + ") LIMIT 1",
                        row -> 1,
                        arguments.toArray())
                .isPresent();
    }

    /** Whether its phone wants none of it, perhaps since it was accepted. */
    boolean hasOptedOut(Tx tx, Message message) throws SQLException {
        return message.optOutList().isPresent()
                && contains(tx, message.optOutList().get(), message.recipient().value());
    }

    int add(Tx tx, String list, List<ListEntry> entries, Instant now) throws SQLException {
        int added = 0;
        for (ListEntry entry : entries) {
            added += tx.update(
                    "INSERT INTO phone_list (name, entry, added_at) VALUES (?,?,?) ON CONFLICT (name, entry) DO NOTHING",
                    list,
                    entry.key(),
                    now);
        }
        return added;
    }

    int remove(Tx tx, String list, List<ListEntry> entries) throws SQLException {
        int removed = 0;
        for (ListEntry entry : entries) {
            removed += tx.update("DELETE FROM phone_list WHERE name = ? AND entry = ?", list, entry.key());
        }
        return removed;
    }

    List<String> entries(Tx tx, String list, Optional<String> after, int limit) throws SQLException {
        return tx.query(
                "SELECT entry FROM phone_list WHERE name = ? AND entry > ? ORDER BY entry LIMIT ?",
                row -> row.getString("entry"),
                list,
                after.orElse(""),
                limit);
    }

    Map<String, Long> sizes(Tx tx) throws SQLException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        tx.query("SELECT name, COUNT(*) AS amount FROM phone_list GROUP BY name ORDER BY name", row -> {
            sizes.put(row.getString("name"), row.getLong("amount"));
            return 1;
        });
        return sizes;
    }

    boolean mayAnswer(Tx tx, String number, String answer, Duration pause, Instant now) throws SQLException {
        String digits = ListEntry.parse(number).key();
        tx.update("DELETE FROM auto_answer WHERE answered_at <= ?", now.minus(pause));
        return tx.update(
                        "INSERT INTO auto_answer (number, answer, answered_at) VALUES (?,?,?)"
                                + " ON CONFLICT (number, answer) DO NOTHING",
                        digits,
                        answer,
                        now)
                > 0;
    }
}
