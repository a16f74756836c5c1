package io.github.camelsms.routes.imports;

import io.github.camelsms.sms.routing.Area;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which gateway carries to which numbers, as a price table. Prices only say which gateway is preferred. */
public final class PriceLines {

    /** The price of numbers that a gateway is preferred for. */
    public static final int PREFERRED = 0;

    /** The price of the numbers that it also carries to. */
    public static final int CARRIED = 1;

    private record Key(Area area, String gateway) {}

    private final Map<Key, Integer> prices = new LinkedHashMap<>();

    /** Adds a line for numbers that begin with these digits; none that is international begins with 0. */
    public void add(String digits, String gateway, int price) {
        if (!digits.startsWith("0")) {
            add(digits.isEmpty() ? Area.EVERYTHING : Area.prefix(digits), gateway, price);
        }
    }

    /** Adds a line; of two for the same numbers and gateway the lower price counts. */
    public void add(Area area, String gateway, int price) {
        prices.merge(new Key(area, gateway), price, Math::min);
    }

    public boolean isEmpty() {
        return prices.isEmpty();
    }

    String text() {
        return "# 0: preferred, 1: carried. Write real prices here and the cheapest gateway is taken.\n"
                + "prefix,gateway,price,currency\n"
                + prices.entrySet().stream()
                        .map(entry -> entry.getKey().area() + ","
                                + entry.getKey().gateway() + "," + entry.getValue() + ",EUR\n")
                        .collect(Collectors.joining());
    }
}
