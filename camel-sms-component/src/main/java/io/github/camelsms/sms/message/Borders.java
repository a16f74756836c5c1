package io.github.camelsms.sms.message;

import java.util.Arrays;

/**
 * Where the parts of a payload end.
 *
 * @param limit units that each part can hold
 */
record Borders(int limit, int count, Ends ends) {

    /** The ends of the parts, ascending; the first part begins at 0. */
    static final class Ends {

        private int[] places = new int[1];
        private int count;

        private void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count++] = place;
        }
    }

    /** One part that ends at {@code end}. */
    static Borders single(int end, int limit) {
        Ends ends = new Ends();
        ends.add(end);
        return new Borders(limit, 1, ends);
    }

    /** As many parts as the whole payload needs. */
    static Borders of(Payload payload, int limit) {
        Ends ends = new Ends();
        for (int start = 0; start < payload.length(); ) {
            start = payload.end(start, limit);
            ends.add(start);
        }
        return new Borders(limit, ends.count, ends);
    }

    /** The first parts alone. */
    Borders first(int parts) {
        return new Borders(limit, Math.min(count, parts), ends);
    }

    int start(int part) {
        return part == 0 ? 0 : ends.places[part - 1];
    }

    int end(int part) {
        return ends.places[part];
    }
}
