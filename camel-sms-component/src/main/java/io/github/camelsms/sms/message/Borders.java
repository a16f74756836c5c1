package io.github.camelsms.sms.message;

import java.util.Arrays;

/** Where the parts of a payload begin and end. */
final class Borders {

    private final int limit;
    private final int[] ends;
    private final int count;

    private Borders(int limit, int[] ends, int count) {
        this.limit = limit;
        this.ends = ends;
        this.count = count;
    }

    /** One part, from the beginning up to {@code end}. */
    static Borders single(int end, int limit) {
        return new Borders(limit, new int[] {end}, 1);
    }

    /** As many parts as the whole payload needs. */
    static Borders of(Payload payload, int limit) {
        int[] ends = new int[8];
        int count = 0;
        for (int start = 0; start < payload.length(); start = ends[count++]) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            ends[count] = payload.end(start, limit);
        }
        return new Borders(limit, ends, count);
    }

    /** The first parts alone. */
    Borders first(int parts) {
        return new Borders(limit, ends, Math.min(count, parts));
    }

    /** Units that each part can hold. */
    int limit() {
        return limit;
    }

    int count() {
        return count;
    }

    int start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    int end(int part) {
        return ends[part];
    }
}
