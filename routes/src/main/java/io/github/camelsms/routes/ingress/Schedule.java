package io.github.camelsms.routes.ingress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message may be sent: the same rules for every dialect. */
public final class Schedule {

    /** How long a message is tried where nobody says otherwise: 5 days. */
    private static final Duration LIFE = Duration.ofDays(5);

    private static final Duration FARTHEST = Duration.ofDays(366);

    private Schedule() {}

    /**
     * The request with its times. Where only the first is given, the message is tried for five days from then on.
     *
     * @param notBefore in the past means now
     */
    public static SubmitRequest apply(
            SubmitRequest request, Optional<Instant> notBefore, Optional<Instant> expiresAt, Instant now)
            throws RefusedException {
        Optional<Instant> begin = notBefore.filter(now::isBefore);
        if (begin.isPresent() && begin.get().isAfter(now.plus(FARTHEST))) {
            throw Refusal.BAD_PARAM.because("a message can be scheduled for one year ahead at most");
        }
        Instant first = begin.orElse(now);
        if (expiresAt.isPresent()
                && (!expiresAt.get().isAfter(first) || expiresAt.get().isAfter(first.plus(FARTHEST)))) {
            throw Refusal.BAD_PARAM.because("a message has to expire after it may be sent, and within a year");
        }
        return request.with(Option.NOT_BEFORE, begin)
                .with(Option.EXPIRES_AT, expiresAt.or(() -> begin.map(time -> time.plus(LIFE))));
    }
}
