package io.github.camelsms.routes.account;

import io.github.camelsms.routes.recent.RecentMap;
import io.github.camelsms.sms.address.PhoneNumber;
import java.util.Map;

/**
 * Of the last 100 messages of each account, how many went to a number beside another of them: who pumps traffic counts
 * upwards. In memory, since the start of this process.
 */
final class ConsecutiveNumbers {

    private static final int WINDOW = 100;
    private static final int MOST_ACCOUNTS = 10_000;

    /** The last numbers, in a ring, and whether each followed one of those before it. */
    private static final class Recent {
        private final long[] numbers = new long[WINDOW];
        private final boolean[] followed = new boolean[WINDOW];
        private int next;
        private int count;

        int add(long number) {
            boolean follows = false;
            for (int i = 0; i < WINDOW && !follows; i++) {
                follows = Math.abs(numbers[i] - number) == 1;
            }
            count += (follows ? 1 : 0) - (followed[next] ? 1 : 0);
            numbers[next] = number;
            followed[next] = follows;
            next = (next + 1) % WINDOW;
            return count;
        }
    }

    private final Map<String, Recent> accounts = new RecentMap<>(MOST_ACCOUNTS);

    /** How many there are among the last 100, this one included. */
    synchronized int add(String account, PhoneNumber number) {
        return accounts.computeIfAbsent(account, name -> new Recent()).add(Long.parseLong(number.digits()));
    }
}
