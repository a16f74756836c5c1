package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageIds;
import io.github.camelsms.sms.store.MessageStore.Timing;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All tables of one store, and what every piece of work on them needs to know.
 *
 * @param worker identity of this process in the store
 * @param clock the time
 * @param ids makes new identities
 */
record Tables(
        String worker,
        Clock clock,
        Supplier<MessageId> ids,
        OutgoingTable outgoing,
        PartTable parts,
        UnmatchedReportTable unmatched,
        LinkTable links,
        IncomingTable incoming,
        ReceivedPartTable receivedParts,
        OutcomeTable outcomes,
        SubscriptionTable subscriptions,
        IdempotencyTable keys,
        EventTable events,
        WorkerTable workers,
        PhoneListTable phoneLists,
        StopTable stops,
        Charging charging,
        GatewayCounts counts,
        GatewayFailures failures,
        Allowances allowances) {

    /** The tables of a database, for one process whose identity is drawn here. */
    static Tables of(Database database, Clock own, RandomGenerator random, Timing timing, Budgets budgets) {
        Clock clock = database.clock(own);
        MessageIds ids = new MessageIds(clock, random);
        String worker = ids.next().value();
        int shard = database.isShared() ? Math.floorMod(worker.hashCode(), Waiting.SHARDS) : 0;
        SubscriptionTable subscriptions = new SubscriptionTable();

        GatewayCounts counts = new GatewayCounts(shard);
        GatewayFailures failures = new GatewayFailures();
        return new Tables(
                worker,
                clock,
                ids::next,
                new OutgoingTable(timing.delayWarning(), timing.failoverAfter(), new Waiting(shard)),
                new PartTable(random),
                new UnmatchedReportTable(),
                new LinkTable(),
                new IncomingTable(timing.deadAfter(), timing.deadAttempts()),
                new ReceivedPartTable(timing.duplicateWindow()),
                new OutcomeTable(subscriptions, ids::next),
                subscriptions,
                new IdempotencyTable(),
                new EventTable(),
                new WorkerTable(),
                new PhoneListTable(),
                new StopTable(),
                new Charging(budgets, shard),
                counts,
                failures,
                new Allowances(counts, failures));
    }

    /** Who has what of a mailbox. */
    Leases leases(Mailbox mailbox) {
        return switch (mailbox) {
            case OUTGOING -> outgoing.leases();
            case INCOMING -> incoming.leases();
            case REPORTS -> outcomes.leases();
        };
    }

    Instant now() {
        return clock.instant();
    }
}
