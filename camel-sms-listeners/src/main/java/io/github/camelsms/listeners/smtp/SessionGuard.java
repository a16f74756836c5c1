package io.github.camelsms.listeners.smtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Which sessions there are, and how long. */
final class SessionGuard implements SessionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);
    private static final Logger PROTOCOL_LOG = LoggerFactory.getLogger(Session.class);

    private final SmtpLimits limits;
    private final Clock clock;
    private final ClientCounter messages;
    private final Map<Session, Instant> progress = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile boolean closing;

    SessionGuard(SmtpLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.messages = new ClientCounter(limits.messagesPerMinute(), Duration.ofMinutes(1), clock);
    }

    /** The library logs each line of a client at DEBUG, passwords too, and cannot be told otherwise. */
    @Override
    public synchronized SessionAcceptance accept(Session session) {
        if (PROTOCOL_LOG.isDebugEnabled()) {
            if (!warned.getAndSet(true)) {
                LOG.error(
                        "Sessions are refused, because the logger {} is at DEBUG and would write passwords; set it"
                                + " to INFO",
                        PROTOCOL_LOG.getName());
            }
            return refuse("4.3.2 Not available now");
        }
        if (closing) {
            return refuse("4.3.2 Closing");
        }
        ByteBuffer client = ClientCounter.key(Login.client(session));
        long open = progress.keySet().stream()
                .filter(other -> ClientCounter.key(Login.client(other)).equals(client))
                .count();
        if (open >= limits.connectionsPerClient()) {
            return refuse("4.7.0 Too many connections of yours, try again later");
        }
        progress.put(session, clock.instant());
        return SessionAcceptance.success();
    }

    private SessionAcceptance refuse(String text) {
        refused.incrementAndGet();
        return SessionAcceptance.failure(421, text);
    }

    @Override
    public void onSessionEnd(Session session) {
        progress.remove(session);
    }

    /** From now on nothing new begins. */
    void close() {
        closing = true;
    }

    void reopen() {
        closing = false;
    }

    void checkOpen() throws DropConnectionException {
        if (closing) {
            throw new SmtpReply(421, "4.3.2", "Closing connection").asLastWord();
        }
    }

    void countMessage(Session session) throws RefusedException {
        if (messages.isExhausted(Login.client(session))) {
            throw new RefusedException(450, "4.7.1", "Too many messages, try again in a minute");
        }
        messages.add(Login.client(session));
        progress(session);
    }

    void progress(Session session) {
        progress.replace(session, clock.instant());
    }

    /** Runs what the client has to wait for; its session is not found slow meanwhile. */
    SmtpReply whileBusy(Session session, Supplier<SmtpReply> work) {
        progress.replace(session, Instant.MAX);
        try {
            return work.get();
        } finally {
            progress(session);
        }
    }

    /** Ends the sessions that have not come on for too long. */
    void sweep() {
        Instant oldest = clock.instant().minus(limits.transaction());
        progress.forEach((session, since) -> {
            if (since.isBefore(oldest)) {
                try {
                    session.closeSocket();
                } catch (IOException e) {
                    LOG.debug("closing a slow session", e);
                }
            }
        });
    }

    int openSessions() {
        return progress.size();
    }

    long refusedSessions() {
        return refused.get();
    }
}
