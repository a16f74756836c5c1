package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageStore.Timing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store does by itself: it notices what is over, what is dead, and whether the books balance. */
final class Upkeep implements AutoCloseable {

    /** What a look at preference lists has changed and found. */
    private record Moved(int messages, Map<String, Long> unserved) {}

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int TICK_SECONDS = 5;
    private static final int DISK_SECONDS = 1;
    private static final int BALANCE_MINUTES = 30;
    private static final int TICK_ROWS = 500;
    private static final Instant FAR_FUTURE = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final CommitQueue queue;
    private final Tables tables;
    private final Sending sending;
    private final Receiving receiving;
    private final WakeUps wakeUps;
    private final Timing timing;
    private final ScheduledExecutorService ticker;
    private final Failover failover;
    private final Unserved unserved = new Unserved();

    Upkeep(
            CommitQueue queue,
            Tables tables,
            Sending sending,
            Receiving receiving,
            WakeUps wakeUps,
            Timing timing,
            String name) {
        this.queue = queue;
        this.tables = tables;
        this.failover = new Failover(tables);
        this.sending = sending;
        this.receiving = receiving;
        this.wakeUps = wakeUps;
        this.timing = timing;
        this.ticker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** Takes over what earlier processes left: all of it where no other process can be at work, else what is dead. */
    void takeOver(Database database) {
        queue.change(tx -> {
                    Instant now = tables.now();
                    if (!database.isShared()) {
                        ClockStep.look(tx, tables.workers().lastSeen(tx).orElse(now), now);
                    }
                    tables.workers().seen(tx, tables.worker(), now);
                    recover(tx, database.isShared() ? now.minus(timing.workerTimeout()) : FAR_FUTURE);
                })
                .join();
    }

    void start(Intake intake, Supplier<CompletionStage<Long>> drift) {
        var unusedDisk = ticker.scheduleWithFixedDelay(intake::check, DISK_SECONDS, DISK_SECONDS, TimeUnit.SECONDS);
        var unusedBalance =
                ticker.scheduleWithFixedDelay(() -> balance(drift.get()), 1, BALANCE_MINUTES, TimeUnit.MINUTES);
        var unusedTick = ticker.scheduleWithFixedDelay(this::tickOnTime, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    CompletableFuture<Void> tick() {
        return queue.submit(tx -> {
                    Instant now = tables.now();
                    ClockStep.look(
                            tx, tables.workers().lastSeen(tx, tables.worker()).orElse(now), now);
                    tables.workers().seen(tx, tables.worker(), now);
                    recover(tx, now.minus(timing.workerTimeout()));
                    sending.expire(tx, TICK_ROWS);
                    receiving.joinWhatIsThere(tx, TICK_ROWS);
                    tables.unmatched().forgetOld(tx, now);
                    tables.links().forgetOld(tx, now);
                    tables.keys().forgetOld(tx, now);
                    tables.outcomes().forgetOld(tx, now);
                    tables.receivedParts().forgetOldDigests(tx, now);
                    tables.workers().forgetOld(tx, now);
                    for (Mailbox mailbox : Mailbox.values()) {
                        wakeUps.wake(tx, mailbox);
                    }
                    return moveOn(tx);
                })
                .thenCompose(this::moveOnUntilDone);
    }

    /** Piece by piece, so that others get their turn. */
    private CompletableFuture<Void> moveOnUntilDone(Moved moved) {
        unserved.are(moved.unserved());
        return moved.messages() < TICK_ROWS
                ? CompletableFuture.completedFuture(null)
                : queue.submit(this::moveOn).thenCompose(this::moveOnUntilDone);
    }

    private Moved moveOn(Tx tx) throws SQLException {
        int moved = failover.move(tx, TICK_ROWS);
        if (moved > 0) {
            wakeUps.wake(tx, Mailbox.OUTGOING);
        }
        return new Moved(moved, failover.unserved(tx));
    }

    /** Gateways that messages wait for and nobody serves, when it was last looked. */
    Map<String, Long> unserved() {
        return unserved.last();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private void recover(Tx tx, Instant seenSince) throws SQLException {
        List<String> deadWorkers = tables.workers().dead(tx, tables.worker(), seenSince);
        for (String dead : deadWorkers) {
            sending.recover(tx, dead);
            tables.incoming().leases().recover(tx, dead, tables.now());
            tables.outcomes().leases().recover(tx, dead, tables.now());
            tables.workers().forget(tx, dead, tables.now());
        }
    }

    private void tickOnTime() {
        var unused = tick().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("The store's regular work failed and is tried again: {}", failure.getMessage());
            }
        });
    }

    /** The balance of the books: each message that was accepted is in one state. */
    private static void balance(CompletionStage<Long> drift) {
        var unused = drift.whenComplete((messages, failure) -> {
            if (failure == null && messages != 0) {
                LOG.error(
                        "The store does not add up: {} messages more were accepted than are there; keep a copy of the"
                                + " file and report this",
                        messages);
            }
        });
    }
}
