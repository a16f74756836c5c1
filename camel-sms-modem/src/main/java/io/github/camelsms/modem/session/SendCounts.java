package io.github.camelsms.modem.session;

import io.github.camelsms.sms.report.FailureKind;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of what a session was given to send, since it began. */
final class SendCounts {

    private final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    private long parts;

    synchronized void add(Transmission transmission) {
        parts += transmission.references().size();
        transmission.failure().ifPresent(failure -> failures.merge(failure.kind(), 1L, Long::sum));
    }

    /** Parts that the network has accepted. */
    synchronized long parts() {
        return parts;
    }

    /** Messages that were not sent, in whole or in part. */
    synchronized long failures(FailureKind kind) {
        return failures.getOrDefault(kind, 0L);
    }
}
