package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.recent.RecentMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Asks each phone once in a while only: two gateways that answer each other's questions would never end. It forgets
 * with the process; then a phone may be asked once more.
 */
final class QuestionLimit {

    private static final int MOST = 10_000;

    /** What was asked last. */
    private record Asked(String id, Instant at) {}

    private final Duration interval;
    private final Clock clock;
    private final Map<String, Asked> phones = new RecentMap<>(MOST);

    QuestionLimit(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
    }

    /** Whether the phone may be asked about a message; it may be asked again about the one that it was asked about. */
    synchronized boolean allows(String phone, String id) {
        Asked last = phones.get(phone);
        return last == null || last.id().equals(id) || !last.at().plus(interval).isAfter(clock.instant());
    }

    synchronized void asked(String phone, String id) {
        phones.remove(phone);
        phones.put(phone, new Asked(id, clock.instant()));
    }
}
