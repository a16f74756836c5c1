package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingState;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageIds;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in an SQL database, behind one {@link CommitQueue}. {@code jdbc:sqlite:FILE} is durable,
 * {@code jdbc:sqlite::memory:} is for tests and forgets everything.
 */
public final class JdbcMessageStore implements MessageStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcMessageStore.class);
    private static final int TICK_SECONDS = 5;
    private static final int DISK_SECONDS = 1;
    private static final int BALANCE_MINUTES = 30;
    private static final int TICK_ROWS = 500;
    private static final Instant FAR_FUTURE = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ExecutorService callbacks;
    private final ScheduledExecutorService ticker;
    private final CommitQueue queue;
    private final JdbcOperations operations;
    private final Tables tables;
    private final Intake intake;
    private final Timing timing;
    private final Sending sending;
    private final Receiving receiving;
    private final WakeUps wakeUps = new WakeUps();

    private JdbcMessageStore(Database database, Tables tables, Timing timing, Intake intake, String name) {
        this.intake = intake;
        this.tables = tables;
        this.timing = timing;
        this.sending = new Sending(tables);
        this.receiving = new Receiving(tables, timing.partTimeout());
        this.callbacks = Executors.newCachedThreadPool(DaemonThreads.named(name + "-callback"));
        Optional<Reads> reads = database.reader().map(reader -> new Reads(reader, callbacks, name + "-reader"));
        this.queue = new CommitQueue(database, callbacks, name + "-writer");
        this.operations = new JdbcOperations(queue, reads, tables, sending, wakeUps);
        this.ticker = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name + "-ticker"));
    }

    /**
     * Opens the store and takes over what earlier processes left.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:sqlite::memory:}
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    public static JdbcMessageStore open(String url, Timing timing, Clock clock) {
        if (!SqliteDatabase.understands(url)) {
            throw new IllegalArgumentException("A store is jdbc:sqlite:FILE, not " + url);
        }
        SqliteDatabase database = SqliteDatabase.open(url);
        return open(database, timing, clock, new Intake(database::free));
    }

    /** Opens the store in a database that this store alone uses from now on, and closes. */
    static JdbcMessageStore open(Database database, Timing timing, Clock clock, Intake intake) {
        try {
            Schema.migrate(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        SecureRandom random = new SecureRandom();
        MessageIds ids = new MessageIds(clock, random);
        Tables tables = Tables.of(ids.next().value(), clock, ids::next, random, timing);
        String name = "sms-store-" + COUNT.incrementAndGet();
        JdbcMessageStore store = new JdbcMessageStore(database, tables, timing, intake, name);
        store.start();
        return store;
    }

    @Override
    public CompletionStage<List<MessageId>> accept(List<Message> messages) {
        return intake.admit(
                messages.size(),
                () -> queue.submit(tx -> {
                    List<MessageId> accepted = sending.accept(tx, messages);
                    wake(tx, Mailbox.OUTGOING);
                    return accepted;
                }));
    }

    @Override
    public CompletionStage<List<MessageId>> accept(IdempotencyKey key, List<Message> messages) {
        return intake.admit(
                messages.size(),
                () -> queue.submit(tx -> {
                    List<MessageId> accepted = sending.acceptOnce(tx, key, messages);
                    wake(tx, Mailbox.OUTGOING);
                    return accepted;
                }));
    }

    @Override
    public CompletionStage<Optional<MessageRecord>> find(MessageId id) {
        return operations.find(id);
    }

    @Override
    public CompletionStage<Map<MessageState, Long>> counts() {
        return operations.counts();
    }

    @Override
    public CompletionStage<Long> drift() {
        return operations.drift();
    }

    @Override
    public CompletionStage<List<MessageRecord>> search(Search search) {
        return operations.search(search);
    }

    @Override
    public CompletionStage<List<MessageEvent>> history(MessageId id) {
        return operations.history(id);
    }

    @Override
    public CompletionStage<MessageId> operate(MessageId id, Operation operation) {
        return operations.operate(id, operation);
    }

    @Override
    public CompletionStage<Map<IncomingState, Long>> incomingCounts() {
        return operations.incomingCounts();
    }

    @Override
    public CompletionStage<List<IncomingRecord>> incoming(IncomingState state, int limit) {
        return operations.incoming(state, limit);
    }

    @Override
    public CompletionStage<Void> replay(MessageId id) {
        return operations.replay(id);
    }

    @Override
    public CompletionStage<Void> registerGateway(String gateway, UncertainPolicy policy) {
        return change(tx -> tables.workers().register(tx, gateway, tables.worker(), policy));
    }

    @Override
    public CompletionStage<Void> unregisterGateway(String gateway) {
        return change(tx -> tables.workers().unregister(tx, gateway, tables.worker()));
    }

    @Override
    public CompletionStage<HandOut<Message>> handOutgoing(String gateway, int limit) {
        return queue.submit(tx -> sending.handOut(tx, gateway, limit));
    }

    @Override
    public PartLedger ledger(Lease lease) {
        return new StoreLedger(queue, sending, lease);
    }

    @Override
    public CompletionStage<Void> sent(Lease lease, List<String> references) {
        return change(tx -> {
            sending.sent(tx, lease, references);
            wake(tx, Mailbox.REPORTS);
        });
    }

    @Override
    public CompletionStage<Void> failed(Lease lease, Failure failure, Instant retryAt) {
        return change(tx -> {
            sending.failed(tx, lease, failure, retryAt);
            wake(tx, Mailbox.OUTGOING);
            wake(tx, Mailbox.REPORTS);
        });
    }

    @Override
    public CompletionStage<Filed> file(IncomingPart part) {
        return queue.submit(tx -> {
            Filed filed = receiving.file(tx, part);
            wake(tx, Mailbox.INCOMING);
            return filed;
        });
    }

    @Override
    public CompletionStage<Filed> file(Incoming incoming) {
        return queue.submit(tx -> {
            Filed filed = receiving.file(tx, incoming);
            wake(tx, Mailbox.INCOMING);
            return filed;
        });
    }

    @Override
    public CompletionStage<Filed> file(DeliveryReport report) {
        return queue.submit(tx -> {
            Filed filed = sending.report(tx, report);
            wake(tx, Mailbox.REPORTS);
            return filed;
        });
    }

    @Override
    public CompletionStage<HandOut<Incoming>> handIncoming(int limit) {
        return queue.submit(tx -> tables.incoming().handOut(tx, tables.worker(), limit, tables.now()));
    }

    @Override
    public CompletionStage<HandOut<Outcome>> handReports(int limit) {
        return queue.submit(tx -> tables.outcomes().handOut(tx, tables.worker(), limit, tables.now()));
    }

    @Override
    public CompletionStage<Void> done(Lease lease) {
        return change(tx -> {
            leases(lease.mailbox()).check(tx, lease, tables.worker());
            switch (lease.mailbox()) {
                case INCOMING -> tables.incoming().done(tx, lease);
                case REPORTS -> tables.outcomes().done(tx, lease);
                case OUTGOING -> throw new IllegalArgumentException("A message to be sent ends with sent or failed");
            }
        });
    }

    @Override
    public CompletionStage<Void> release(Lease lease, String reason, Instant retryAt) {
        return change(tx -> {
            Leases leases = leases(lease.mailbox());
            leases.check(tx, lease, tables.worker());
            if (lease.mailbox() == Mailbox.INCOMING) {
                tables.incoming().release(tx, lease, reason, retryAt, tables.now());
            } else {
                leases.giveBack(tx, lease, reason, retryAt);
            }
            if (lease.mailbox() == Mailbox.OUTGOING) {
                tables.outgoing().working(tx, lease.id(), MessageState.QUEUED);
                leases.uncount(tx, lease);
            }
            wake(tx, lease.mailbox());
        });
    }

    @Override
    public CompletionStage<List<String>> replyLinks(String number) {
        return queue.submit(tx -> tables.links().live(tx, number, tables.now()));
    }

    @Override
    public CompletionStage<Void> tick() {
        return change(tx -> {
            Instant now = tables.now();
            tables.workers().seen(tx, tables.worker(), now);
            recover(tx, tables.workers().dead(tx, tables.worker(), now.minus(timing.workerTimeout())));
            sending.expire(tx, TICK_ROWS);
            receiving.joinWhatIsThere(tx, TICK_ROWS);
            tables.unmatched().forgetOld(tx, now);
            tables.links().forgetOld(tx, now);
            tables.keys().forgetOld(tx, now);
            tables.outcomes().forgetOld(tx, now);
            tables.receivedParts().forgetOldDigests(tx, now);
            for (Mailbox mailbox : Mailbox.values()) {
                wake(tx, mailbox);
            }
        });
    }

    @Override
    public Registration onDue(Mailbox mailbox, Runnable listener) {
        return wakeUps.add(mailbox, listener);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        operations.close();
        callbacks.shutdown();
    }

    /** A file belongs to one process at a time, so whoever worked on it before is dead. */
    private void start() {
        change(tx -> {
                    tables.workers().seen(tx, tables.worker(), tables.now());
                    recover(tx, tables.workers().dead(tx, tables.worker(), FAR_FUTURE));
                })
                .toCompletableFuture()
                .join();
        var unusedDisk = ticker.scheduleWithFixedDelay(intake::check, DISK_SECONDS, DISK_SECONDS, TimeUnit.SECONDS);
        var unusedBalance = ticker.scheduleWithFixedDelay(this::balance, 1, BALANCE_MINUTES, TimeUnit.MINUTES);
        var unusedTick = ticker.scheduleWithFixedDelay(this::tickOnTime, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private void tickOnTime() {
        tick().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("The store's regular work failed and is tried again: {}", failure.getMessage());
            }
        });
    }

    /** The balance of the books: each message that was accepted is in one state. */
    private void balance() {
        var unused = drift().whenComplete((drift, failure) -> {
            if (failure == null && drift != 0) {
                LOG.error(
                        "The store does not add up: {} messages more were accepted than are there; keep a copy of the"
                                + " file and report this",
                        drift);
            }
        });
    }

    private void recover(Tx tx, List<String> deadWorkers) throws SQLException {
        for (String dead : deadWorkers) {
            sending.recover(tx, dead);
            tables.incoming().leases().recover(tx, dead, tables.now());
            tables.outcomes().leases().recover(tx, dead, tables.now());
            tables.workers().forget(tx, dead);
        }
    }

    private Leases leases(Mailbox mailbox) {
        return switch (mailbox) {
            case OUTGOING -> tables.outgoing().leases();
            case INCOMING -> tables.incoming().leases();
            case REPORTS -> tables.outcomes().leases();
        };
    }

    private void wake(Tx tx, Mailbox mailbox) {
        tx.afterCommit(() -> wakeUps.wake(mailbox));
    }

    private CompletableFuture<Void> change(Change change) {
        return queue.submit(tx -> {
            change.run(tx);
            return null;
        });
    }

    /** Work without a result. */
    private interface Change {

        void run(Tx tx) throws SQLException;
    }
}
