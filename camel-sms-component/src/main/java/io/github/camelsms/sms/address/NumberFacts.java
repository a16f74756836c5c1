package io.github.camelsms.sms.address;

import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link NumberPlan} says of a number.
 *
 * @param number in international form where the plan gives one; as written for short codes and national numbers of no
 *     known country
 * @param kind {@link NumberKind#UNKNOWN} for a number that nobody can have
 * @param country ISO 3166-1 alpha-2, such as {@code CZ}; the home country for a short code; {@code 001} for ranges that
 *     belong to no country (satellites, international services); empty where nothing is known
 */
public record NumberFacts(PhoneNumber number, NumberKind kind, Optional<String> country) {

    /** The country of ranges that belong to none, such as +870 and +979. */
    public static final String NO_COUNTRY = "001";

    public NumberFacts {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(country, "country");
    }

    /** Whether a plan has assigned the range of this number. */
    public boolean isValid() {
        return kind != NumberKind.UNKNOWN;
    }
}
