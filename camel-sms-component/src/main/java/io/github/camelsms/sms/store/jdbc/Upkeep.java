package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final int LATE_MILLIS = 100;
    private static final int DISK_SECONDS = 1;
    private static final int BALANCE_MINUTES = 30;
    private static final int TICK_ROWS = 500;
    private static final Instant FAR_FUTURE = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Database database;
    private final CommitQueue queue;
    private final Tables tables;
    private final Sending sending;
    private final Receiving receiving;
    private final Presence presence;
    private final WakeUps wakeUps;
    private final ScheduledExecutorService ticker;
    private final Failover failover;
    private final Unserved unserved = new Unserved();

    Upkeep(
            Database database,
            CommitQueue queue,
            Tables tables,
            Sending sending,
            Receiving receiving,
            Presence presence,
            WakeUps wakeUps,
            String name) {
        this.database = database;
        this.queue = queue;
        this.tables = tables;
        this.failover = new Failover(tables);
        this.sending = sending;
        this.receiving = receiving;
        this.presence = presence;
        this.wakeUps = wakeUps;
        this.ticker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** Begins to work; takes over what earlier processes left where no other process can be at work. */
    void begin() {
        queue.change(tx -> {
                    presence.beat(tx);
                    tables.subscriptions().look(tx, tables.now());
                    if (!database.isShared()) {
                        recover(tx, tables.workers().dead(tx, tables.worker(), FAR_FUTURE));
                    }
                })
                .join();
    }

    /**
     * @param workerTimeout ticks come often enough that nobody is thought dead for want of one
     */
    void start(Duration workerTimeout, Intake intake, Supplier<CompletionStage<Long>> drift) {
        Duration fifth = workerTimeout.dividedBy(5);
        long tick = (fifth.compareTo(TICK) < 0 ? fifth : TICK).toMillis();
        every(LATE_MILLIS, queue::refuseLate);
        every(DISK_SECONDS * 1_000L, intake::check);
        every(tick, this::tickOnTime);
        var unusedBalance =
                ticker.scheduleWithFixedDelay(() -> balance(drift.get()), 1, BALANCE_MINUTES, TimeUnit.MINUTES);
    }

    CompletableFuture<Void> tick() {
        return queue.submit(tx -> {
                    presence.beat(tx);
                    recover(tx, presence.dead(tx));
                    sending.expire(tx, TICK_ROWS);
                    receiving.joinWhatIsThere(tx, TICK_ROWS);
                    Instant now = tables.now();
                    tables.unmatched().forgetOld(tx, now);
                    tables.links().forgetOld(tx, now);
                    tables.keys().forgetOld(tx, now);
                    tables.outcomes().forgetOld(tx, now);
                    tables.subscriptions().look(tx, now);
                    tables.receivedParts().forgetOldDigests(tx, now);
                    tables.workers().forgetOld(tx, now);
                    tables.counts().forgetOld(tx, now);
                    for (Mailbox mailbox : Mailbox.values()) {
                        tx.afterCommit(() -> wakeUps.wakeHere(mailbox));
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

    /** Leaves what is still handed out to the others. */
    @Override
    public void close() {
        ticker.shutdownNow();
        if (database.isShared()) {
            try {
                queue.change(tx -> recover(tx, List.of(tables.worker()))).join();
            } catch (CompletionException e) {
                LOG.debug("The others find out by themselves that this process has ended", e);
            }
        }
    }

    private void every(long millis, Runnable work) {
        var unused = ticker.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void recover(Tx tx, List<String> deadWorkers) throws SQLException {
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
                                + " store and report this",
                        messages);
            }
        });
    }
}
