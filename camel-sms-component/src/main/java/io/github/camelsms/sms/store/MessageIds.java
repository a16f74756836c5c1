package io.github.camelsms.sms.store;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** Gives out {@link MessageId}s in ascending order, also within a millisecond and when the clock steps back. */
public final class MessageIds {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int BITS = 5;
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 8;
    private static final long HALF_MASK = (1L << (BITS * RANDOM_DIGITS)) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private long time = -1;
    private long high;
    private long low;

    public MessageIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized MessageId next() {
        long now = clock.millis();
        if (now > time) {
            time = now;
            high = random.nextLong() & (HALF_MASK >>> 1);
            low = random.nextLong() & HALF_MASK;
        } else {
            low = (low + 1) & HALF_MASK;
            if (low == 0) {
                high++;
            }
        }
        char[] id = new char[TIME_DIGITS + 2 * RANDOM_DIGITS];
        write(id, 0, TIME_DIGITS, time);
        write(id, TIME_DIGITS, RANDOM_DIGITS, high);
        write(id, TIME_DIGITS + RANDOM_DIGITS, RANDOM_DIGITS, low);
        return new MessageId(new String(id));
    }

    private static void write(char[] id, int from, int count, long value) {
        long rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= BITS;
        }
    }
}
