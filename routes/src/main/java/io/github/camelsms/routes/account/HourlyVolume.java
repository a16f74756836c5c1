package io.github.camelsms.routes.account;

import io.github.camelsms.routes.recent.RecentMap;
import java.time.Instant;
import java.util.Map;

/**
 * How many messages each account sends in this hour, beside the mean hour of its last seven days. In memory, since the
 * start of this process: nothing is said of an account that is known for less than a day.
 */
final class HourlyVolume {

    private static final int HOURS = 7 * 24;
    private static final int KNOWN_HOURS = 24;
    /** Less is no flood, however quiet it was before. */
    private static final int LEAST = 100;

    private static final int SECONDS = 3_600;
    private static final int MOST_ACCOUNTS = 10_000;

    /** A ring of hours; {@code sum} is that of all of them. */
    private static final class Hours {
        private final int[] messages = new int[HOURS];
        private final long first;
        private long now;
        private long sum;

        Hours(long hour) {
            this.first = hour;
            this.now = hour;
        }

        boolean add(long hour, int count, int times) {
            // a clock that is set back counts on in the hour that it had
            for (long begun = Math.max(now, hour - HOURS) + 1; begun <= hour; begun++) {
                int over = (int) (begun % HOURS);
                sum -= messages[over];
                messages[over] = 0;
            }
            now = Math.max(now, hour);
            int slot = (int) (now % HOURS);
            messages[slot] += count;
            sum += count;
            long known = Math.min(now - first, HOURS - 1);
            return known >= KNOWN_HOURS
                    && messages[slot] >= LEAST
                    && messages[slot] * known > times * (sum - messages[slot]);
        }
    }

    private final Map<String, Hours> accounts = new RecentMap<>(MOST_ACCOUNTS);

    /** Counts messages; whether this hour has more than {@code times} the mean one. */
    synchronized boolean add(String account, int messages, int times, Instant now) {
        long hour = now.getEpochSecond() / SECONDS;
        return accounts.computeIfAbsent(account, name -> new Hours(hour)).add(hour, messages, times);
    }
}
