package io.github.camelsms.sms.routing;

import io.github.camelsms.sms.routing.Area.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A recipient as routing sees it.
 *
 * @param number {@code +} and digits when it is international, digits alone for short codes and what only the network
 *     of a gateway understands
 * @param country where the number belongs to, by ISO 3166-1, where that is known
 * @param callingCode of that country (ITU-T E.164), 0 where it is not known
 * @param network MCC and MNC of the network that has the number, where that is known
 */
public record Destination(String number, Optional<String> country, int callingCode, Optional<String> network) {

    public Destination {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(network, "network");
        if (!number.matches("\\+?[0-9]{1,15}")) {
            throw new IllegalArgumentException("A destination is a number, not " + number.length() + " characters");
        }
    }

    /** A number of which no more is known. */
    public static Destination of(String number) {
        return new Destination(number, Optional.empty(), 0, Optional.empty());
    }

    /** The same, in a network. */
    public Destination withNetwork(String mccMnc) {
        return new Destination(number, country, callingCode, Optional.of(mccMnc));
    }

    boolean isInternational() {
        return number.startsWith("+");
    }

    /**
     * All areas that the number belongs to, the closest first: its network, then prefixes from long to short, its
     * country just before the prefix that is its calling code, then everything.
     */
    List<Area> areas() {
        List<Area> areas = new ArrayList<>(number.length() + 3);
        network.ifPresent(mccMnc -> areas.add(Area.network(mccMnc)));
        String digits = isInternational() ? number.substring(1) : number;
        Kind kind = isInternational() ? Kind.PREFIX : Kind.LOCAL;
        int codeLength = isInternational() && callingCode > 0
                ? Integer.toString(callingCode).length()
                : 0;
        for (int length = digits.length(); length > 0; length--) {
            if (length == codeLength) {
                country.ifPresent(iso -> areas.add(Area.country(iso)));
            }
            areas.add(new Area(kind, digits.substring(0, length)));
        }
        if (codeLength == 0) {
            country.ifPresent(iso -> areas.add(Area.country(iso)));
        }
        if (!isInternational()) {
            areas.add(new Area(Kind.LOCAL, ""));
        }
        areas.add(Area.EVERYTHING);
        return areas;
    }
}
