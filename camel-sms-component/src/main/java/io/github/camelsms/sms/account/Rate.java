package io.github.camelsms.sms.account;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in so long, written {@code 10/s}, {@code 600/m}, {@code 100/h} or {@code 30/d}.
 *
 * @param count 1 to 1,000,000
 */
public record Rate(long count, Duration span) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})/([smhd])");
    private static final Map<String, Duration> SPANS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    public Rate {
        if (count < 1 || count > 1_000_000) {
            throw new IllegalArgumentException("a rate counts 1 to 1000000");
        }
        if (!SPANS.containsValue(span)) {
            throw new IllegalArgumentException("a rate is per second, minute, hour or day");
        }
    }

    /** @throws IllegalArgumentException when it is not written so */
    public static Rate parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a rate is written 10/s, 600/m, 100/h or 30/d");
        }
        return new Rate(Long.parseLong(matcher.group(1)), SPANS.get(matcher.group(2)));
    }

    @Override
    public String toString() {
        return count + "/"
                + SPANS.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(span))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }
}
