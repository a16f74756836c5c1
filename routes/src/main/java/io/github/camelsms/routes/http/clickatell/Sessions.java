package io.github.camelsms.routes.http.clickatell;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions of {@code /http/auth}: they end when they were not used for 15 minutes, and with this process. */
final class Sessions {

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private record Session(Optional<String> account, Instant until) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    // in the order of their use, which is the order of their end
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A new session of an account; empty where none is needed. */
    synchronized String open(Optional<String> account) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        String id = HexFormat.of().formatHex(octets);
        var eldest = sessions.entrySet().iterator();
        while (eldest.hasNext()
                && (eldest.next().getValue().until().isBefore(clock.instant()) || sessions.size() >= MOST)) {
            eldest.remove();
        }
        sessions.put(id, new Session(account, clock.instant().plus(IDLE)));
        return id;
    }

    /** Whose session it is, which lives on by that; empty when there is no such session. */
    synchronized Optional<Optional<String>> use(String id) {
        Session session = sessions.get(id);
        if (session == null || session.until().isBefore(clock.instant())) {
            sessions.remove(id);
            return Optional.empty();
        }
        sessions.put(id, new Session(session.account(), clock.instant().plus(IDLE)));
        return Optional.of(session.account());
    }
}
