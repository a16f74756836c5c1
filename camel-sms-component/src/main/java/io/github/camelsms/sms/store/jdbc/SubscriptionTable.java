package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Subscription;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has subscribed to what becomes of messages, in this process or another one. They are kept in memory, as they were
 * when this process last looked: nothing is read where a message ends.
 */
final class SubscriptionTable {

    /** One that nobody has asked for in this time is of no use, and what waits for it neither. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Map<String, Subscription> own = new ConcurrentHashMap<>();
    private volatile List<Subscription> known = List.of();

    void subscribe(Tx tx, Subscription subscription, Instant now) throws SQLException {
        own.put(subscription.name(), subscription);
        look(tx, now);
    }

    /** This process asks for it no longer; what becomes of messages is kept for who asks next. */
    void leave(String name) {
        own.remove(name);
    }

    /** Those that want to know of an outcome. */
    List<String> to(String word) {
        return known.stream()
                .filter(subscription -> subscription.states().contains(word))
                .map(Subscription::name)
                .toList();
    }

    /** Shows those of this process, forgets old ones, and learns of those of others. */
    void look(Tx tx, Instant now) throws SQLException {
        for (Subscription subscription : own.values()) {
            tx.update(
                    "INSERT INTO subscription (name, states, asked_at) VALUES (?,?,?) ON CONFLICT (name)"
                            + " DO UPDATE SET states = excluded.states, asked_at = excluded.asked_at",
                    subscription.name(),
                    String.join(",", new TreeSet<>(subscription.states())),
                    now);
        }
        tx.update("DELETE FROM subscription WHERE asked_at < ?", now.minus(FORGOTTEN));
        read(tx);
    }

    /** Learns of those that there are. */
    void read(Tx tx) throws SQLException {
        List<Subscription> read = tx.query(
                "SELECT name, states FROM subscription ORDER BY name",
                row -> new Subscription(
                        row.getString("name"), Set.of(row.getString("states").split(",", -1))));
        tx.remember(() -> known = List.copyOf(read));
    }
}
