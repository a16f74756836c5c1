package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the store takes more messages. It stops while there is still room on the disk, so that what was accepted can
 * be sent and noted, and it bounds what waits in memory for its commit.
 */
final class Intake {

    /** Room that is left to those who send and receive, octets. */
    static final long RESERVE = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_WAITING = 100_000;
    private static final long MEBIBYTE = 1 << 20;

    private final LongSupplier free;
    private final LongConsumer reserve;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean full;

    /**
     * @param free octets that can be written to the disk of the store
     */
    Intake(LongSupplier free) {
        this(free, octets -> {});
    }

    /**
     * @param free octets that can be written to the disk of the store
     * @param reserve told regularly how many that are
     */
    Intake(LongSupplier free, LongConsumer reserve) {
        this.free = free;
        this.reserve = reserve;
        judge(free.getAsLong());
    }

    /** Looks at the disk; called regularly. */
    void check() {
        long left = free.getAsLong();
        judge(left);
        reserve.accept(left);
    }

    private void judge(long left) {
        boolean nowFull = left < RESERVE;
        if (nowFull && !full) {
            LOG.error(
                    "The disk of the store has {} MiB left: no message is accepted before it has {} MiB again;"
                            + " sending goes on",
                    left / MEBIBYTE,
                    RESERVE / MEBIBYTE);
        } else if (full && !nowFull) {
            LOG.info("The disk of the store has room again: messages are accepted");
        }
        full = nowFull;
    }

    /** Submits the acceptance of so many messages, or refuses it. */
    <T> CompletableFuture<T> admit(int messages, Supplier<CompletableFuture<T>> submit) {
        if (full) {
            return CompletableFuture.failedFuture(new SmsRejectedException(
                    Code.STORE_FULL, "The disk of the store is nearly full; make room and try again"));
        }
        if (waiting.addAndGet(messages) > MOST_WAITING) {
            waiting.addAndGet(-messages);
            return CompletableFuture.failedFuture(new SmsRejectedException(
                    Code.OVERLOADED, MOST_WAITING + " messages wait to be accepted; try again"));
        }
        return submit.get().whenComplete((done, failure) -> waiting.addAndGet(-messages));
    }
}
