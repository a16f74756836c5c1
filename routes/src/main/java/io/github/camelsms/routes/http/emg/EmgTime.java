package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Times of EMG's options: seconds from now on, or {@code YYMMDDhhmm} and {@code YYMMDDhhmmss} in UTC. */
final class EmgTime {

    private static final DateTimeFormatter ABSOLUTE =
            DateTimeFormatter.ofPattern("uuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private EmgTime() {}

    static Optional<Instant> read(Parameters parameters, String name, Instant from) throws RefusedException {
        Optional<String> text = parameters.filled(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(time(name, text.get(), from));
    }

    private static Instant time(String name, String text, Instant from) throws RefusedException {
        if (text.matches("[0-9]{1,9}")) {
            return from.plusSeconds(Long.parseLong(text));
        }
        try {
            if (text.matches("[0-9]{10}(?:[0-9]{2})?")) {
                return LocalDateTime.parse(text.length() == 10 ? text + "00" : text, ABSOLUTE)
                        .toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Refusal.BAD_PARAM.because(name + " is a number of seconds, or YYMMDDhhmm in UTC");
    }
}
