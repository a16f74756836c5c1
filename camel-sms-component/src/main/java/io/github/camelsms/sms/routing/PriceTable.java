package io.github.camelsms.sms.routing;

import io.github.camelsms.sms.routing.PriceLine.Price;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The price lines of one file: sorted arrays, some 30 octets a line, so that a million of them are no burden and a look
 * costs the same as with a hundred.
 */
public final class PriceTable {

    /** No lines. */
    public static final PriceTable EMPTY = new PriceTableBuilder("").build();

    private static final int UNKNOWN = -1;

    private final String file;
    private final long[] keys;
    private final int[] gateways;
    private final int[] prices;
    private final int[] tariffs;
    private final byte[] qualities;
    private final int[] lines;
    private final List<String> gatewayNames;
    private final List<Price> priceValues;
    private final List<Tariff> tariffValues;

    /** The arrays are sorted by key, and lines of one key by what is closest. */
    PriceTable(
            String file,
            long[] keys,
            int[][] columns,
            byte[] qualities,
            List<String> gatewayNames,
            List<Price> priceValues,
            List<Tariff> tariffValues) {
        this.file = file;
        this.keys = keys;
        this.gateways = columns[0];
        this.prices = columns[1];
        this.tariffs = columns[2];
        this.lines = columns[3];
        this.qualities = qualities;
        this.gatewayNames = List.copyOf(gatewayNames);
        this.priceValues = List.copyOf(priceValues);
        this.tariffValues = List.copyOf(tariffValues);
    }

    /** The currency of its first price. */
    public Optional<String> currency() {
        return priceValues.stream()
                .map(Price::currency)
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    /** Number of lines. */
    public int size() {
        return keys.length;
    }

    /** All gateways that lines are about. */
    public List<String> gateways() {
        return gatewayNames;
    }

    /** Adds the line of each gateway that has none yet, of those of this area that are in force. */
    void add(Area area, Instant at, ZoneId zone, Map<String, PriceLine> found) {
        long key = area.key();
        for (int i = first(key); i < keys.length && keys[i] == key; i++) {
            String gateway = gatewayNames.get(gateways[i]);
            if (!found.containsKey(gateway) && tariffValues.get(tariffs[i]).isInForce(at, zone)) {
                found.put(gateway, line(i, area));
            }
        }
    }

    private int first(long key) {
        int index = Arrays.binarySearch(keys, key);
        while (index > 0 && keys[index - 1] == key) {
            index--;
        }
        return index < 0 ? keys.length : index;
    }

    private PriceLine line(int i, Area area) {
        return new PriceLine(
                area,
                gatewayNames.get(gateways[i]),
                priceValues.get(prices[i]),
                tariffValues.get(tariffs[i]),
                qualities[i] == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(qualities[i]),
                file + ":" + lines[i]);
    }
}
