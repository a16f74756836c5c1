package io.github.camelsms.sms.tpdu;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * TP-SCTS, and in the same form TP-DT and the absolute validity period (3GPP TS 23.040, 9.2.3.11): year to second as
 * swapped semi-octets, then the zone in quarters of an hour. Networks send invalid digits and zones: the octets are kept
 * as they came, and what cannot be read is empty.
 *
 * @param octets seven of them
 */
public record ServiceCentreTimeStamp(Octets octets) {

    /** Octets of a time stamp. */
    public static final int LENGTH = 7;

    /** Two-digit years from here on are of the twentieth century. */
    private static final int PIVOT_YEAR = 70;

    private static final int ZONE = 6;
    private static final int NEGATIVE = 0x08;

    /** No place on earth is further than 14 hours from UTC. */
    private static final int MAX_QUARTERS = 14 * 4;

    private static final int SECONDS_PER_QUARTER = 15 * 60;

    public ServiceCentreTimeStamp {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a time stamp has " + LENGTH + " octets, not " + octets.length());
        }
    }

    /**
     * The time stamp of a time; fractions of a second are dropped.
     *
     * @throws IllegalArgumentException when the year is not 1970 to 2069, or the zone not a multiple of 15 minutes
     *     within 14 hours
     */
    public static ServiceCentreTimeStamp of(OffsetDateTime time) {
        int quarters = Math.abs(time.getOffset().getTotalSeconds()) / SECONDS_PER_QUARTER;
        if (time.getOffset().getTotalSeconds() % SECONDS_PER_QUARTER != 0 || quarters > MAX_QUARTERS) {
            throw new IllegalArgumentException(
                    "a zone is a multiple of 15 minutes up to 14 hours, not " + time.getOffset());
        }
        Range.require("year", time.getYear(), 1900 + PIVOT_YEAR, 1999 + PIVOT_YEAR);
        int sign = time.getOffset().getTotalSeconds() < 0 ? NEGATIVE : 0;
        return new ServiceCentreTimeStamp(Octets.of(
                swapped(time.getYear() % 100),
                swapped(time.getMonthValue()),
                swapped(time.getDayOfMonth()),
                swapped(time.getHour()),
                swapped(time.getMinute()),
                swapped(time.getSecond()),
                (byte) (swapped(quarters) | sign)));
    }

    /** The time with its zone; empty when the date or time is invalid. With an invalid zone it is taken as UTC. */
    public Optional<OffsetDateTime> toOffsetDateTime() {
        return localDateTime().map(local -> local.atOffset(zone().orElse(ZoneOffset.UTC)));
    }

    /** Date and time at the service centre, without the zone; empty when invalid. */
    public Optional<LocalDateTime> localDateTime() {
        int year = number(octets.at(0));
        int month = number(octets.at(1));
        int day = number(octets.at(2));
        int hour = number(octets.at(3));
        int minute = number(octets.at(4));
        int second = number(octets.at(5));
        if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(year + (year < PIVOT_YEAR ? 2000 : 1900), month, day, hour, minute, second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone; empty when invalid or more than 14 hours. The sign is bit 3 of the octet as transmitted. */
    public Optional<ZoneOffset> zone() {
        int zone = octets.at(ZONE);
        int quarters = number(zone & ~NEGATIVE);
        if (quarters < 0 || quarters > MAX_QUARTERS) {
            return Optional.empty();
        }
        int seconds = quarters * SECONDS_PER_QUARTER;
        return Optional.of(ZoneOffset.ofTotalSeconds((zone & NEGATIVE) != 0 ? -seconds : seconds));
    }

    static ServiceCentreTimeStamp decode(OctetReader in, String field) {
        return new ServiceCentreTimeStamp(in.octets(LENGTH, field));
    }

    private static byte swapped(int number) {
        return (byte) (number % 10 << 4 | number / 10);
    }

    /** The number of two swapped semi-octets, or -1 when one is no decimal digit. */
    private static int number(int octet) {
        int tens = octet & 15;
        int ones = octet >> 4;
        return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
