package io.github.camelsms.sms.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How long a no takes does not say which no it is. The bounds are wide, because machines that test are busy: without the
 * work for names that are unknown or closed they are missed by two orders of magnitude.
 */
class LoginTimingTest {

    private static final int TRIES = 9;

    private final Accounts accounts = new Accounts(
            List.of(
                    new Account("joe", Optional.of(PasswordHash.of("joes-pass"))),
                    new Account("closed", Optional.empty())),
            Clock.systemUTC());

    @Test
    void unknownClosedAndWrongTakeTheSame() throws Exception {
        long[] wrong = new long[TRIES];
        long[] unknown = new long[TRIES];
        long[] closed = new long[TRIES];
        nanos("joe", 250);
        for (int i = 0; i < TRIES; i++) {
            wrong[i] = nanos("joe", i);
            unknown[i] = nanos("nobody", 50 + i);
            closed[i] = nanos("closed", 100 + i);
        }
        double ofUnknown = (double) median(unknown) / median(wrong);
        double ofClosed = (double) median(closed) / median(wrong);
        System.out.printf(
                "a wrong password %.1f ms, an unknown name %.2f of that, a closed account %.2f%n",
                median(wrong) / 1e6, ofUnknown, ofClosed);
        assertThat(ofUnknown).isBetween(0.5, 2.0);
        assertThat(ofClosed).isBetween(0.5, 2.0);
    }

    /** From an address of its own each time: nobody waits for having guessed before. */
    private long nanos(String name, int client) throws Exception {
        InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) client});
        long begin = System.nanoTime();
        assertThat(accounts.authenticate(name, "wrong", address)).isEmpty();
        return System.nanoTime() - begin;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
