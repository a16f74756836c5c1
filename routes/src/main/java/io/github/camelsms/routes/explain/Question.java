package io.github.camelsms.routes.explain;

import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that is asked about.
 *
 * @param account who would send it; empty is nobody who has to say so
 * @param body text or octets
 * @param headers of the message contract, {@code CamelSmsTo} among them
 * @param at when; empty is now
 */
public record Question(Optional<String> account, Object body, Map<String, Object> headers, Optional<Instant> at) {

    public Question {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(at, "at");
    }

    /** A text to some numbers. */
    public static Question text(String to, String text) {
        return new Question(Optional.empty(), text, Map.of(SmsConstants.TO, to), Optional.empty());
    }

    /** The same with a header, where there is a value for it. */
    public Question with(String header, Optional<?> value) {
        Map<String, Object> more = new LinkedHashMap<>(headers);
        value.ifPresent(given -> more.put(header, given));
        return new Question(account, body, more, at);
    }

    /** The same by an account. */
    public Question by(Optional<String> name) {
        return new Question(name, body, headers, at);
    }

    /** The same at another time. */
    public Question at(Optional<Instant> time) {
        return new Question(account, body, headers, time);
    }
}
