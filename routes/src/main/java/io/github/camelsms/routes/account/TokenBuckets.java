package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rates by name: a bucket holds as many as may be taken at once, and fills up in its span. */
final class TokenBuckets {

    private static final int MOST = 50_000;

    private record Bucket(double tokens, Instant at) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = Bounded.map(MOST);

    TokenBuckets(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes so many, or none.
     *
     * @return how long to wait when there are not enough
     */
    synchronized Optional<Duration> take(String name, Rate rate, int count) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(name, new Bucket((double) rate.count(), now));
        double perMilli = (double) rate.count() / rate.span().toMillis();
        long passed = Math.max(0, Duration.between(before.at(), now).toMillis());
        double tokens = Math.min((double) rate.count(), before.tokens() + passed * perMilli);
        // more than a bucket ever holds is taken from a full one, which is in debt then
        double needed = (double) Math.min(count, rate.count());
        if (tokens < needed) {
            buckets.put(name, new Bucket(tokens, now));
            return Optional.of(Duration.ofMillis((long) Math.ceil((needed - tokens) / perMilli)));
        }
        buckets.put(name, new Bucket(tokens - count, now));
        return Optional.empty();
    }
}
