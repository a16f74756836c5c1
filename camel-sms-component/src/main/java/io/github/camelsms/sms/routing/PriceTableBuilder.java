package io.github.camelsms.sms.routing;

import io.github.camelsms.sms.routing.PriceLine.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Gathers the lines of a {@link PriceTable}; what occurs often is kept once. */
final class PriceTableBuilder {

    /** Values by number, each one once. */
    private static final class Pool<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int number(T value) {
            return numbers.computeIfAbsent(value, added -> {
                values.add(added);
                return values.size() - 1;
            });
        }
    }

    private static final int COLUMNS = 4;

    private final String file;
    private final Pool<String> gateways = new Pool<>();
    private final Pool<Price> prices = new Pool<>();
    private final Pool<Tariff> tariffs = new Pool<>();
    private long[] keys = new long[64];
    private int[][] columns = new int[COLUMNS][64];
    private byte[] qualities = new byte[64];
    private int size;

    PriceTableBuilder(String file) {
        this.file = file;
    }

    void add(Area area, String gateway, Price price, Tariff tariff, OptionalInt quality, int line) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            qualities = Arrays.copyOf(qualities, size * 2);
            for (int i = 0; i < COLUMNS; i++) {
                columns[i] = Arrays.copyOf(columns[i], size * 2);
            }
        }
        keys[size] = area.key();
        columns[0][size] = gateways.number(gateway);
        columns[1][size] = prices.number(price);
        columns[2][size] = tariffs.number(tariff);
        columns[3][size] = line;
        qualities[size] = (byte) quality.orElse(-1);
        size++;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException when two lines say the price of the same thing at the same time
     */
    PriceTable build() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> keys[i])
                        .thenComparingInt(i -> columns[0][i])
                        .thenComparing(i -> tariffs.values.get(columns[2][i]), Tariff::closestFirst)
                        .thenComparing(Comparator.<Integer>naturalOrder().reversed()))
                .mapToInt(Integer::intValue)
                .toArray();
        refuseDoubles(order);
        int[][] sorted = new int[COLUMNS][];
        for (int column = 0; column < COLUMNS; column++) {
            int[] values = columns[column];
            sorted[column] = Arrays.stream(order).map(i -> values[i]).toArray();
        }
        byte[] sortedQualities = new byte[size];
        for (int i = 0; i < size; i++) {
            sortedQualities[i] = qualities[order[i]];
        }
        return new PriceTable(
                file,
                Arrays.stream(order).mapToLong(i -> keys[i]).toArray(),
                sorted,
                sortedQualities,
                gateways.values,
                prices.values,
                tariffs.values);
    }

    private void refuseDoubles(int[] order) {
        for (int i = 1; i < size; i++) {
            int one = order[i - 1];
            int other = order[i];
            if (keys[one] == keys[other]
                    && columns[0][one] == columns[0][other]
                    && columns[2][one] == columns[2][other]) {
                throw new IllegalArgumentException(file + ":" + columns[3][one] + ": line " + columns[3][other]
                        + " says the price of the same numbers, gateway and time; keep one of them");
            }
        }
    }
}
