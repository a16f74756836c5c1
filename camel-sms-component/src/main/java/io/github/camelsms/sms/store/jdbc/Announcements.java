package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code LISTEN} and {@code NOTIFY}: what becomes due here wakes the gateways of other machines. It is no part of a
 * transaction, because PostgreSQL commits transactions that notify one after the other; what gets lost is found by the
 * next tick.
 */
final class Announcements implements AutoCloseable {

    /** Opens connections. */
    interface Connector {

        Connection connect() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final String CHANNEL = "camel_sms";
    private static final int LISTEN_MILLIS = 500;
    private static final int PAUSE_MILLIS = 1_000;
    /** After so long a silence the server is asked whether it is still there: a cut cable is silent too. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int ANSWER_SECONDS = 2;
    /** Between two announcements, so that they cost the same at any load. */
    private static final int GATHER_MILLIS = 20;

    private final Connector connector;
    private final String self;
    private final Set<Mailbox> pending = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService speaker;
    private final ScheduledExecutorService hearer;
    private volatile Connection speaking;
    private volatile Connection hearing;
    private long lastHeard;

    /**
     * @param self what this process calls itself, so that it does not hear itself
     */
    Announcements(Connector connector, String self) {
        this.connector = connector;
        this.self = self;
        this.speaker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("sms-store-announce"));
        this.hearer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("sms-store-listen"));
    }

    void announce(Mailbox mailbox) {
        if (pending.add(mailbox) && !speaker.isShutdown()) {
            try {
                var unused = speaker.schedule(this::speak, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The store is closed", e);
            }
        }
    }

    void listen(Consumer<Mailbox> listener) {
        var unused = hearer.scheduleWithFixedDelay(() -> hear(listener), 0, 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        speaker.shutdownNow();
        hearer.shutdownNow();
        abort(speaking);
        abort(hearing);
    }

    private void speak() {
        for (Mailbox mailbox : Mailbox.values()) {
            if (pending.remove(mailbox)) {
                say(mailbox);
            }
        }
    }

    private void say(Mailbox mailbox) {
        try {
            if (speaking == null) {
                speaking = connector.connect();
            }
            try (PreparedStatement notify = speaking.prepareStatement("SELECT pg_notify(?, ?)")) {
                notify.setString(1, CHANNEL);
                notify.setString(2, mailbox + " " + self);
                notify.execute();
            }
        } catch (SQLException e) {
            LOG.debug("Other machines are not told that something is due; they find it by themselves", e);
            speaking = closed(speaking);
        }
    }

    /** Waits for announcements for a while; called again and again. */
    private void hear(Consumer<Mailbox> listener) {
        try {
            if (hearing == null) {
                hearing = connector.connect();
                try (Statement statement = hearing.createStatement()) {
                    statement.execute("LISTEN " + CHANNEL);
                }
                lastHeard = System.nanoTime();
                // what was announced while nobody heard
                for (Mailbox mailbox : Mailbox.values()) {
                    listener.accept(mailbox);
                }
            }
            PGNotification[] said = hearing.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
            if (said == null || said.length == 0) {
                requireServer();
            } else {
                lastHeard = System.nanoTime();
                for (PGNotification notification : said) {
                    heard(notification.getParameter(), listener);
                }
            }
        } catch (SQLException e) {
            if (hearer.isShutdown()) {
                return;
            }
            LOG.debug("Other machines are not heard; what they accept is found by the next tick", e);
            hearing = closed(hearing);
            pause();
        }
    }

    private void requireServer() throws SQLException {
        if (System.nanoTime() - lastHeard > SILENCE_NANOS) {
            if (!hearing.isValid(ANSWER_SECONDS)) {
                throw new SQLException("The server says nothing any more");
            }
            lastHeard = System.nanoTime();
        }
    }

    private void heard(String announcement, Consumer<Mailbox> listener) {
        for (Mailbox mailbox : Mailbox.values()) {
            if (announcement.startsWith(mailbox + " ") && !announcement.endsWith(self)) {
                listener.accept(mailbox);
            }
        }
    }

    private void pause() {
        try {
            hearer.awaitTermination(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it although somebody waits on it. */
    private static void abort(Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection was not closed cleanly", e);
            }
        }
    }

    private static Connection closed(Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection was not closed cleanly", e);
            }
        }
        return null;
    }
}
