package io.github.camelsms.sms.routing;

import java.util.Locale;
import java.util.Objects;

/**
 * The numbers that a price line is about.
 *
 * @param kind what is looked at
 * @param value digits, a country of ISO 3166-1, or an empty text
 */
public record Area(Kind kind, String value) {

    /** What tells whether a number belongs to an area. */
    public enum Kind {
        /** All numbers. */
        EVERYTHING(0, 0, 0, '0', '9'),
        /** Numbers without a country, short codes above all, that begin with these digits. */
        LOCAL(1, 0, 15, '0', '9'),
        /** Numbers of a country, by its two letters. */
        COUNTRY(2, 2, 2, 'A', 'Z'),
        /** International numbers that begin with these digits. */
        PREFIX(3, 1, 15, '0', '9'),
        /** Numbers of a mobile network: MCC and MNC of ITU-T E.212. */
        NETWORK(4, 5, 6, '0', '9');

        private final int number;
        private final int shortest;
        private final int longest;
        private final char first;
        private final char last;

        Kind(int number, int shortest, int longest, char first, char last) {
            this.number = number;
            this.shortest = shortest;
            this.longest = longest;
            this.first = first;
            this.last = last;
        }

        private boolean allows(String value) {
            return value.length() >= shortest
                    && value.length() <= longest
                    && value.chars().allMatch(letter -> letter >= first && letter <= last);
        }
    }

    /** All numbers. */
    public static final Area EVERYTHING = new Area(Kind.EVERYTHING, "");

    private static final String LOCAL = "local:";
    private static final long KIND = 100_000_000_000_000_000L;

    public Area {
        Objects.requireNonNull(kind, "kind");
        if (!kind.allows(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no " + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Numbers of a country, such as {@code DE}. */
    public static Area country(String iso) {
        return new Area(Kind.COUNTRY, iso.toUpperCase(Locale.ROOT));
    }

    /** Numbers of a network, as {@code 26201}, {@code 262/01} or {@code 262-01}. */
    public static Area network(String mccMnc) {
        return new Area(Kind.NETWORK, mccMnc.replaceFirst("(?<=^[0-9]{3})[/-]", ""));
    }

    /** International numbers that begin so, with or without the plus. */
    public static Area prefix(String digits) {
        return new Area(Kind.PREFIX, digits.startsWith("+") ? digits.substring(1) : digits);
    }

    /**
     * Reads {@code *}, {@code +1555}, {@code 1555}, {@code 00…}, {@code local:}, {@code local:723}, {@code DE} or
     * {@code 262/01}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Area parse(String written) {
        if (written.equals("*")) {
            return EVERYTHING;
        }
        if (written.startsWith(LOCAL)) {
            return new Area(Kind.LOCAL, written.substring(LOCAL.length()));
        }
        if (written.matches("[A-Za-z]{2}")) {
            return country(written);
        }
        if (written.matches("[0-9]{3}[/-][0-9]{2,3}")) {
            return network(written);
        }
        if (written.matches("(\\+|00)?[0-9]{1,17}")) {
            return prefix(written.startsWith("00") ? written.substring(2) : written);
        }
        throw new IllegalArgumentException("'" + written
                + "' is no area: a prefix such as +1555, a country such as DE, a network such as 262/01,"
                + " local:723 for short codes, or * for all");
    }

    /** A number of its own for each area: tables are sorted by it. */
    long key() {
        long code = 1;
        for (int i = 0; i < value.length(); i++) {
            code = code * (kind.last - kind.first + 1) + value.charAt(i) - kind.first;
        }
        return kind.number * KIND + code;
    }

    /** As a person reads it. */
    @Override
    public String toString() {
        return switch (kind) {
            case EVERYTHING -> "*";
            case LOCAL -> LOCAL + value;
            case COUNTRY -> value;
            case PREFIX -> "+" + value;
            case NETWORK -> value.substring(0, 3) + "/" + value.substring(3);
        };
    }
}
