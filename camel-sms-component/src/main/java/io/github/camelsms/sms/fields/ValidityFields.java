package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * TP-VP. {@code vpf} is the format; {@code vp} is the octet of a relative period, the time of an absolute one, the seven
 * octets of an enhanced one in hex. {@code vp_minutes} or {@code vp_seconds} is how long that is.
 */
final class ValidityFields {

    private static final String NAME = "vp";
    private static final String FORMAT = "vpf";
    private static final String MINUTES = "vp_minutes";
    private static final String SECONDS = "vp_seconds";

    private ValidityFields() {}

    static void write(ValidityPeriod period, Map<String, Object> out) {
        out.put(FORMAT, period.format());
        if (period instanceof ValidityPeriod.Relative relative) {
            out.put(NAME, relative.octet());
        } else if (period instanceof ValidityPeriod.Absolute absolute) {
            TimeFields.write(NAME, absolute.end(), out);
        } else {
            out.put(NAME, period.octets().hex());
        }
        period.duration().ifPresent(duration -> writeDuration(duration, out));
    }

    private static void writeDuration(Duration duration, Map<String, Object> out) {
        if (duration.toSecondsPart() == 0) {
            out.put(MINUTES, (int) duration.toMinutes());
        } else {
            out.put(SECONDS, (int) duration.toSeconds());
        }
    }

    static Optional<ValidityPeriod> read(Fields in) {
        if (in.isNumber(NAME)) {
            return in.octet(NAME).map(ValidityPeriod.Relative::new);
        }
        int length = 2 * ServiceCentreTimeStamp.LENGTH;
        if (in.isText(NAME) && in.text(NAME).orElseThrow().length() == length) {
            Octets octets = in.hex(NAME).orElseThrow();
            return Optional.of(new ValidityPeriod.Enhanced(octets));
        }
        Optional<ServiceCentreTimeStamp> end = TimeFields.read(in, NAME);
        return end.isPresent()
                ? end.map(ValidityPeriod.Absolute::new)
                : in.integer(MINUTES, 0, Integer.MAX_VALUE)
                        .map(minutes -> ValidityPeriod.of(Duration.ofMinutes(minutes)));
    }
}
