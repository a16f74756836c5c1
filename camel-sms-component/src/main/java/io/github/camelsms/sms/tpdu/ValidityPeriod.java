package io.github.camelsms.sms.tpdu;

import java.time.Duration;
import java.util.Optional;

/** TP-VP, how long the service centre keeps trying (3GPP TS 23.040, 9.2.3.12), in one of its three formats. */
public sealed interface ValidityPeriod {

    /** The relative period that lasts at least as long: see {@link Relative#atLeast}. */
    static ValidityPeriod of(Duration duration) {
        return Relative.atLeast(duration);
    }

    /** The value of TP-VPF that announces this format (9.2.3.3). */
    int format();

    /** The octets of the field, one or seven. */
    Octets octets();

    /** The period counted from when the service centre has received the message; empty when the format says otherwise. */
    Optional<Duration> duration();

    /**
     * Relative format (9.2.3.12.1): 5 minutes to 63 weeks in one octet.
     *
     * @param octet 0 to 255
     */
    record Relative(int octet) implements ValidityPeriod {

        private static final int MINUTES_5 = 5;
        private static final int HALF_DAY = 12 * 60;
        private static final int DAY = 24 * 60;
        private static final int WEEK = 7 * DAY;
        private static final Duration LONGEST = Duration.ofMinutes(63 * WEEK);

        public Relative {
            Range.requireOctet("relative validity period", octet);
        }

        /**
         * The shortest period that is not shorter than {@code duration}; 5 minutes at least, at most 63 weeks, which
         * also stand for anything longer.
         */
        public static Relative atLeast(Duration duration) {
            if (duration.compareTo(LONGEST) > 0) {
                return new Relative(255);
            }
            long minutes = duration.plusMinutes(1).minusNanos(1).toMinutes();
            if (minutes <= HALF_DAY) {
                return new Relative((int) Math.max(0, roundedUp(minutes, MINUTES_5) - 1));
            } else if (minutes <= DAY) {
                return new Relative((int) (143 + roundedUp(minutes - HALF_DAY, 30)));
            } else if (minutes <= 30 * DAY) {
                return new Relative((int) (166 + roundedUp(minutes, DAY)));
            }
            return new Relative((int) (192 + roundedUp(minutes, WEEK)));
        }

        @Override
        public int format() {
            return 2;
        }

        @Override
        public Octets octets() {
            return Octets.of((byte) octet);
        }

        @Override
        public Optional<Duration> duration() {
            int minutes;
            if (octet <= 143) {
                minutes = (octet + 1) * MINUTES_5;
            } else if (octet <= 167) {
                minutes = HALF_DAY + (octet - 143) * 30;
            } else if (octet <= 196) {
                minutes = (octet - 166) * DAY;
            } else {
                minutes = (octet - 192) * WEEK;
            }
            return Optional.of(Duration.ofMinutes(minutes));
        }

        private static long roundedUp(long minutes, int step) {
            return (minutes + step - 1) / step;
        }
    }

    /** Absolute format (9.2.3.12.2): the time when the validity ends. */
    record Absolute(ServiceCentreTimeStamp end) implements ValidityPeriod {

        @Override
        public int format() {
            return 3;
        }

        @Override
        public Octets octets() {
            return end.octets();
        }

        @Override
        public Optional<Duration> duration() {
            return Optional.empty();
        }
    }

    /**
     * Enhanced format (9.2.3.12.3): a functionality indicator, then a period in the form that it says.
     *
     * @param octets seven of them
     */
    record Enhanced(Octets octets) implements ValidityPeriod {

        private static final int EXTENSION = 0x80;
        private static final int SINGLE_SHOT = 0x40;

        public Enhanced {
            if (octets.length() != ServiceCentreTimeStamp.LENGTH) {
                throw new IllegalArgumentException("an enhanced validity period has " + ServiceCentreTimeStamp.LENGTH
                        + " octets, not " + octets.length());
            }
        }

        @Override
        public int format() {
            return 1;
        }

        /** Whether the service centre shall try once only. */
        public boolean singleShot() {
            return (octets.at(0) & SINGLE_SHOT) != 0;
        }

        /** Bits 2 to 0 of the indicator: 0 no period, 1 relative, 2 seconds, 3 hours, minutes and seconds. */
        public int periodFormat() {
            return octets.at(0) & 7;
        }

        @Override
        public Optional<Duration> duration() {
            int first = (octets.at(0) & EXTENSION) == 0 ? 1 : 2;
            return switch (periodFormat()) {
                case 1 -> new Relative(octets.at(first)).duration();
                case 2 -> Optional.of(Duration.ofSeconds(octets.at(first)));
                case 3 -> hoursMinutesSeconds(first);
                default -> Optional.empty();
            };
        }

        private Optional<Duration> hoursMinutesSeconds(int first) {
            int hours = number(octets.at(first));
            int minutes = number(octets.at(first + 1));
            int seconds = number(octets.at(first + 2));
            return hours < 0 || minutes < 0 || seconds < 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds));
        }

        private static int number(int octet) {
            int tens = octet & 15;
            int ones = octet >> 4;
            return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
        }
    }
}
