package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A time stamp: ISO 8601 with seconds and zone. Where that says less than the seven octets, because they are invalid,
 * the octets are a field of their own with {@code _hex} behind its name.
 */
final class TimeFields {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String OCTETS = "_hex";

    private TimeFields() {}

    static void write(String name, ServiceCentreTimeStamp stamp, Map<String, Object> out) {
        Optional<OffsetDateTime> time = stamp.toOffsetDateTime();
        time.ifPresent(readable -> out.put(name, ISO.format(readable)));
        if (time.isEmpty() || !ServiceCentreTimeStamp.of(time.get()).equals(stamp)) {
            out.put(name + OCTETS, stamp.octets().hex());
        }
    }

    static Optional<ServiceCentreTimeStamp> read(Fields in, String name) {
        Optional<Octets> octets = in.hex(name + OCTETS);
        return octets.isPresent()
                ? octets.map(seven -> in.checked(name + OCTETS, () -> new ServiceCentreTimeStamp(seven)))
                : in.text(name).map(text -> in.checked(name, () -> ServiceCentreTimeStamp.of(time(in, name, text))));
    }

    private static OffsetDateTime time(Fields in, String name, String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw in.fail(name, "is a time with its zone, such as 2026-11-21T10:00:00+01:00");
        }
    }
}
