package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingSearch;
import io.github.camelsms.sms.store.IncomingState;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.PhoneLists;
import io.github.camelsms.sms.store.ReplyLink;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.Stop;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.jdbc.CommitQueue.Work;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Sees and does what a person asks for, in the process of the gateway or in one of its own. */
public final class JdbcOperations implements Operations {

    private final CommitQueue queue;
    private final Optional<Reads> reads;
    private final Tables tables;
    private final Operating operating;
    private final WakeUps wakeUps;
    private final JdbcAccounts accounts;

    JdbcOperations(CommitQueue queue, Optional<Reads> reads, Tables tables, Sending sending, WakeUps wakeUps) {
        this.queue = queue;
        this.reads = reads;
        this.tables = tables;
        this.operating = new Operating(tables, sending);
        this.wakeUps = wakeUps;
        this.accounts = new JdbcAccounts(queue, this::read, tables);
    }

    /**
     * Opens a store that is there, also while a gateway works on it.
     *
     * @param address {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     * @throws io.github.camelsms.sms.store.SmsRejectedException with {@code STORE_DOWN} when that is not possible
     */
    public static JdbcOperations open(StoreAddress address, Clock clock) {
        Database database = Databases.openBeside(address);
        try {
            Schema.require(database);
            Tables tables = Tables.of(database, clock, new SecureRandom(), Timing.DEFAULT, Budgets.UNLIMITED);
            Executor here = Runnable::run;
            Optional<Reads> reads = Reads.of(database, here, "sms-operations-reader");
            CommitQueue queue = new CommitQueue(database, here, "sms-operations-writer");
            // what a person ends is told to whom it concerns
            queue.change(tables.subscriptions()::read).join();
            return new JdbcOperations(
                    queue, reads, tables, new Sending(tables, Limits.NONE), new WakeUps(database::announce));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public CompletionStage<Optional<MessageRecord>> find(MessageId id) {
        return read(tx -> tables.outgoing().find(tx, id));
    }

    @Override
    public CompletionStage<Map<MessageState, Long>> counts() {
        return read(tables.outgoing()::counts);
    }

    @Override
    public CompletionStage<Long> drift() {
        return read(tables.outgoing()::drift);
    }

    @Override
    public CompletionStage<List<MessageRecord>> search(Search search) {
        return read(tx -> OutgoingSearch.of(tx, tables.outgoing(), search));
    }

    @Override
    public CompletionStage<List<MessageEvent>> history(MessageId id) {
        return read(tx -> operating.history(tx, id));
    }

    @Override
    public CompletionStage<MessageId> operate(MessageId id, Operation operation) {
        return queue.submit(tx -> {
            MessageId changed = operating.operate(tx, id, operation);
            wakeUps.wake(tx, Mailbox.OUTGOING);
            wakeUps.wake(tx, Mailbox.REPORTS);
            return changed;
        });
    }

    @Override
    public CompletionStage<Map<String, GatewayState>> gateways(GatewayBudgets budgets) {
        return read(tx -> GatewayStates.read(tx, tables, budgets));
    }

    @Override
    public CompletionStage<Map<IncomingState, Long>> incomingCounts() {
        return read(tables.incoming()::counts);
    }

    @Override
    public CompletionStage<Optional<IncomingRecord>> findIncoming(MessageId id) {
        return read(tx -> tables.incoming().find(tx, id));
    }

    @Override
    public CompletionStage<List<IncomingRecord>> incoming(IncomingSearch search) {
        return read(tx -> tables.incoming().search(tx, search));
    }

    @Override
    public CompletionStage<Void> replay(MessageId id) {
        return queue.change(tx -> {
            tables.incoming().replay(tx, id, tables.now());
            wakeUps.wake(tx, Mailbox.INCOMING);
        });
    }

    @Override
    public CompletionStage<List<ReplyLink>> links(LinkSearch search) {
        return read(tx -> tables.links().search(tx, search, tables.now()));
    }

    @Override
    public CompletionStage<Integer> clearLinks(LinkSearch search) {
        return queue.submit(tx -> tables.links().clear(tx, search, tables.now()));
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public CompletionStage<List<Stop>> stops() {
        return read(tables.stops()::all);
    }

    @Override
    public CompletionStage<Void> stop(Stop stop) {
        return queue.change(tx -> tables.stops().put(tx, stop, tables.now()));
    }

    @Override
    public CompletionStage<Void> resume(String scope) {
        return queue.change(tx -> {
            tables.stops().remove(tx, scope);
            wakeUps.wake(tx, Mailbox.OUTGOING);
        });
    }

    @Override
    public PhoneLists phoneLists() {
        return new JdbcPhoneLists(queue, reads, tables);
    }

    @Override
    public void close() {
        reads.ifPresent(Reads::close);
        queue.close();
    }

    /** A database in memory has one connection only. */
    private <T> CompletableFuture<T> read(Work<T> work) {
        return reads.map(reader -> reader.submit(work)).orElseGet(() -> queue.submit(work));
    }
}
