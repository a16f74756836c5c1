package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.Subscription;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The store in an SQL database, behind one {@link CommitQueue}. {@code jdbc:sqlite:FILE} is durable,
 * {@code jdbc:sqlite::memory:} is for tests and forgets everything. This class only opens and closes it and says which
 * half does what: {@link JdbcOutgoing}, {@link JdbcIncoming}, {@link JdbcOperations}, {@link Upkeep}.
 */
public final class JdbcMessageStore extends OperatedStore {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ExecutorService callbacks;
    private final JdbcOutgoing outgoing;
    private final JdbcIncoming incoming;
    private final JdbcOperations operations;
    private final Upkeep upkeep;
    private final WakeUps wakeUps;
    private final Clock clock;

    private JdbcMessageStore(
            Database database, Tables tables, Timing timing, Limits limits, Intake intake, String name) {
        this.clock = tables.clock();
        this.wakeUps = new WakeUps(database::announce);
        Sending sending = new Sending(tables, limits);
        Receiving receiving = new Receiving(tables, timing.partTimeout());
        Presence presence = new Presence(database, tables, timing.workerTimeout());
        this.callbacks = Executors.newCachedThreadPool(DaemonThreads.named(name + "-callback"));
        Optional<Reads> reads = Reads.of(database, callbacks, name + "-reader");
        CommitQueue queue = new CommitQueue(database, callbacks, name + "-writer");
        this.outgoing = new JdbcOutgoing(queue, intake, tables, sending, presence, wakeUps);
        this.incoming = new JdbcIncoming(queue, tables, receiving, presence, wakeUps);
        this.operations = new JdbcOperations(queue, reads, tables, sending, wakeUps);
        this.upkeep = new Upkeep(database, queue, tables, sending, receiving, presence, wakeUps, name + "-ticker");
        upkeep.begin();
        upkeep.start(timing.workerTimeout(), intake, operations::drift);
        database.listen(wakeUps::wakeHere);
    }

    /**
     * Opens the store and takes over what earlier processes left.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:sqlite::memory:}
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    public static JdbcMessageStore open(String url, Timing timing, Clock clock) {
        return open(StoreAddress.of(url), timing, clock);
    }

    /** The same, at an address, and as many messages wait as the disk takes. */
    public static JdbcMessageStore open(StoreAddress address, Timing timing, Clock clock) {
        return open(address, timing, Limits.NONE, Budgets.UNLIMITED, clock);
    }

    /**
     * Opens the store and takes over what dead processes left.
     *
     * @param address {@code jdbc:sqlite:FILE}, {@code jdbc:sqlite::memory:} or {@code jdbc:postgresql://HOST/DATABASE}
     * @param limits how many messages may wait
     * @param budgets how many parts accounts may send
     * @param clock the time, for a store that this machine has for itself
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    public static JdbcMessageStore open(
            StoreAddress address, Timing timing, Limits limits, Budgets budgets, Clock clock) {
        Database database = Databases.open(address);
        return open(database, timing, limits, budgets, clock, new Intake(database::free, database.reserve()));
    }

    /** Makes the file of a store that is not there; others are left alone. */
    public static void createIfMissing(StoreAddress address, Clock clock) {
        if (SqliteDatabase.isMissing(address.url())) {
            open(address, Timing.DEFAULT, clock).close();
        }
    }

    /** Opens the store in a database that this store alone uses from now on, and closes. */
    static JdbcMessageStore open(Database database, Timing timing, Clock clock, Intake intake) {
        return open(database, timing, Limits.NONE, Budgets.UNLIMITED, clock, intake);
    }

    static JdbcMessageStore open(
            Database database, Timing timing, Limits limits, Budgets budgets, Clock clock, Intake intake) {
        try {
            Schema.migrate(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        Tables tables = Tables.of(database, clock, new SecureRandom(), timing, budgets);
        return new JdbcMessageStore(database, tables, timing, limits, intake, "sms-store-" + COUNT.incrementAndGet());
    }

    @Override
    public CompletionStage<List<MessageId>> accept(List<Message> messages) {
        return outgoing.accept(messages);
    }

    @Override
    public CompletionStage<List<MessageId>> accept(IdempotencyKey key, List<Message> messages) {
        return outgoing.accept(key, messages);
    }

    @Override
    public CompletionStage<Void> registerGateway(String gateway, UncertainPolicy policy) {
        return outgoing.register(gateway, policy);
    }

    @Override
    public CompletionStage<Void> unregisterGateway(String gateway) {
        return outgoing.unregister(gateway);
    }

    @Override
    public CompletionStage<HandOut<Message>> handOutgoing(String gateway, int limit) {
        return outgoing.handOut(gateway, limit);
    }

    @Override
    public PartLedger ledger(Lease lease) {
        return outgoing.ledger(lease);
    }

    @Override
    public CompletionStage<Void> sent(Lease lease, List<String> references) {
        return outgoing.sent(lease, references);
    }

    @Override
    public CompletionStage<Void> failed(Lease lease, Failure failure, Instant retryAt) {
        return outgoing.failed(lease, failure, retryAt);
    }

    @Override
    public CompletionStage<Filed> file(DeliveryReport report) {
        return outgoing.file(report);
    }

    @Override
    public CompletionStage<Filed> file(IncomingPart part) {
        return incoming.file(part);
    }

    @Override
    public CompletionStage<Filed> file(Incoming received) {
        return incoming.file(received);
    }

    @Override
    public CompletionStage<HandOut<Incoming>> handIncoming(int limit) {
        return incoming.handIncoming(limit);
    }

    @Override
    public CompletionStage<HandOut<Outcome>> handReports(String subscription, int limit) {
        return incoming.handReports(subscription, limit);
    }

    @Override
    public CompletionStage<Void> subscribe(Subscription subscription) {
        return incoming.subscribe(subscription);
    }

    @Override
    public void unsubscribe(String subscription) {
        incoming.unsubscribe(subscription);
    }

    @Override
    public CompletionStage<Void> done(Lease lease) {
        return incoming.done(lease);
    }

    @Override
    public CompletionStage<Void> release(Lease lease, String reason, Instant retryAt) {
        return incoming.release(lease, reason, retryAt);
    }

    @Override
    public CompletionStage<List<String>> replyLinks(String number) {
        return incoming.replyLinks(number);
    }

    @Override
    public void limit(GatewayBudgets budgets) {
        outgoing.limit(budgets);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public CompletionStage<Void> tick() {
        return upkeep.tick();
    }

    @Override
    public Map<String, Long> unserved() {
        return upkeep.unserved();
    }

    @Override
    public Registration onDue(Mailbox mailbox, Runnable listener) {
        return wakeUps.add(mailbox, listener);
    }

    @Override
    Operations operated() {
        return operations;
    }

    @Override
    public void close() {
        upkeep.close();
        operations.close();
        callbacks.shutdown();
    }
}
