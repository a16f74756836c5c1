package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of a message from its acceptance to its final state. Every step checks the lease first, so that a worker
 * that was thought dead changes nothing.
 */
final class Sending {

    private static final String PROCESS_ENDED = "process-ended: the gateway process ended while it was sending";

    private final Tables tables;
    private final Limits limits;
    private final GatewayBooks books;
    private final Reporting reports;

    Sending(Tables tables, Limits limits) {
        this.tables = tables;
        this.limits = limits;
        this.books = new GatewayBooks(tables);
        this.reports = new Reporting(tables, this::finish);
    }

    List<MessageId> accept(Tx tx, List<Message> messages) throws SQLException {
        Instant now = tables.now();
        List<MessageId> accepted = new ArrayList<>(messages.size());
        tables.stops().check(tx);
        for (Message message : messages) {
            tables.workers().requireKnown(tx, message.gateways());
        }
        Waiting.check(tx, limits, messages);
        tables.charging().check(tx, messages, now);
        for (Message message : messages) {
            MessageId id = insert(tx, message, tables.charging().charge(tx, message, now), now);
            if (message.discarded().isPresent()) {
                finish(tx, id, MessageState.CANCELLED, message.discarded().get());
            }
            accepted.add(id);
        }
        return accepted;
    }

    /** Accepts a message without a question: its gateway may be away for now, and the limit of its account used up. */
    MessageId insert(Tx tx, Message message, Instant now) throws SQLException {
        return insert(tx, message, tables.charging().force(tx, message, now), now);
    }

    private MessageId insert(Tx tx, Message message, Optional<Charging.Charge> charge, Instant now)
            throws SQLException {
        MessageId id = tables.ids().get();
        tables.outgoing().insert(tx, id, message, charge, now);
        if (message.replyTo().isPresent() && message.discarded().isEmpty()) {
            tables.links().insert(tx, id, message.recipient(), message.replyTo().get(), now);
        }
        return id;
    }

    /** Accepts the messages unless the key says that they were accepted before. */
    List<MessageId> acceptOnce(Tx tx, IdempotencyKey key, List<Message> messages) throws SQLException {
        Optional<List<MessageId>> before = tables.keys().find(tx, key, messages);
        if (before.isPresent()) {
            return before.get();
        }
        List<MessageId> accepted = accept(tx, messages);
        tables.keys().insert(tx, key, messages, accepted, tables.now());
        return accepted;
    }

    PartLedger.Plan open(Tx tx, Lease lease, int total) throws SQLException {
        check(tx, lease);
        tables.outgoing().working(tx, lease.id(), MessageState.QUEUED);
        return tables.parts().open(tx, lease.id(), total);
    }

    void partSending(Tx tx, Lease lease, int part) throws SQLException {
        check(tx, lease);
        tables.outgoing().working(tx, lease.id(), MessageState.SENDING);
        tables.parts().sending(tx, lease.id(), part, gateway(tx, lease.id()), tables.now());
        note(tx, lease.id(), Kind.PART_SENDING, "part " + part);
    }

    void partAccepted(Tx tx, Lease lease, int part, String reference) throws SQLException {
        check(tx, lease);
        String gateway = gateway(tx, lease.id());
        tables.outgoing().working(tx, lease.id(), MessageState.QUEUED);
        tables.outgoing().pin(tx, lease.id(), gateway);
        tables.parts().accepted(tx, lease.id(), part, gateway, reference, tables.now());
        books.taken(tx, lease, 1);
        note(tx, lease.id(), Kind.PART_ACCEPTED, "part " + part + ", reference " + reference);
        reports.matchEarly(tx, lease.id(), part, gateway, reference);
    }

    void sent(Tx tx, Lease lease, List<String> references) throws SQLException {
        check(tx, lease);
        Set<Integer> known = tables.parts().accepted(tx, lease.id()).keySet();
        books.taken(tx, lease, references.size(), known);
        for (int part = 1; part <= references.size(); part++) {
            if (!known.contains(part)) {
                String gateway = gateway(tx, lease.id());
                tables.parts().accepted(tx, lease.id(), part, gateway, references.get(part - 1), tables.now());
                reports.matchEarly(tx, lease.id(), part, gateway, references.get(part - 1));
            }
        }
        tables.outgoing().settle(tx, lease.id(), MessageState.ENROUTE, "");
        note(
                tx,
                lease.id(),
                Kind.SENT,
                references.isEmpty() ? "without a reference" : "references " + String.join(", ", references));
        Message message = tables.outgoing().find(tx, lease.id()).orElseThrow().message();
        tables.outcomes().insertSent(tx, lease.id(), message, tables.now());
        reports.fold(tx, lease.id(), "");
    }

    void failed(Tx tx, Lease lease, Failure failure, Instant retryAt) throws SQLException {
        check(tx, lease);
        MessageRecord message = tables.outgoing().find(tx, lease.id()).orElseThrow();
        GatewayChoice choice = message.message().gateways();
        if (failure.kind() != FailureKind.UNCERTAIN) {
            note(tx, lease.id(), Kind.FAILED, failure.kind() + ", " + failure.reason());
        }
        books.failed(tx, message.carriedBy().orElse(""), failure.kind());
        boolean begun = !message.references().isEmpty();
        boolean another = choice.hasAlternative() && !begun;
        switch (failure.kind()) {
            case REJECTED -> {
                if (another) {
                    requeue(tx, lease, choice.withoutFirst(), failure, tables.now());
                } else {
                    finish(tx, lease.id(), MessageState.REJECTED, failure.reason());
                }
            }
            case TEMPORARY, UNAVAILABLE -> {
                if (failure.kind() == FailureKind.UNAVAILABLE) {
                    tables.outgoing().leases().uncount(tx, lease);
                }
                requeue(tx, lease, another ? choice.rotated() : choice, failure, another ? tables.now() : retryAt);
            }
            case UNCERTAIN -> uncertain(tx, lease, choice, failure.reason(), retryAt);
        }
    }

    /** Files a delivery report with the part that it is about, or keeps it until that part is known. */
    Filed report(Tx tx, DeliveryReport report) throws SQLException {
        return reports.file(tx, report);
    }

    /** Ends messages whose time is over, and warns of those that take long. */
    void expire(Tx tx, int limit) throws SQLException {
        for (MessageId id : tables.outgoing().expired(tx, tables.now(), limit)) {
            String last = tables.outgoing().reason(tx, id);
            finish(tx, id, MessageState.EXPIRED, last.isEmpty() ? "expired: no gateway took it in time" : last);
        }
        for (MessageId id : tables.outgoing().delayed(tx, tables.now(), limit)) {
            String last = tables.outgoing().reason(tx, id);
            outcome(
                    tx,
                    id,
                    Outcome.Kind.DELAYED,
                    Outcome.Kind.DELAYED.name(),
                    last.isEmpty() ? "delayed: no gateway has taken it yet" : last);
        }
    }

    /** Takes over what a dead worker had; what it was sending may have been sent. */
    void recover(Tx tx, String deadWorker) throws SQLException {
        Instant now = tables.now();
        for (Lease lease : tables.outgoing().leasedBy(tx, deadWorker)) {
            try {
                recover(tx, lease, now);
            } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
                tables.outgoing().leases().putAside(tx, lease.id().value(), e);
            }
        }
    }

    private void recover(Tx tx, Lease lease, Instant now) throws SQLException {
        MessageRecord message = tables.outgoing().find(tx, lease.id()).orElseThrow();
        GatewayChoice choice = message.message().gateways();
        if (message.state() == MessageState.SENDING) {
            uncertain(tx, lease, choice, PROCESS_ENDED, now);
        } else {
            tables.outgoing().requeue(tx, lease, MessageState.QUEUED, choice, "", Optional.of(now));
            note(tx, lease.id(), Kind.TAKEN_OVER, "the process that had it has ended");
        }
    }

    private void uncertain(Tx tx, Lease lease, GatewayChoice choice, String reason, Instant retryAt)
            throws SQLException {
        boolean retry = tables.workers().policy(tx, gateway(tx, lease.id())) == UncertainPolicy.RETRY;
        note(tx, lease.id(), Kind.UNCERTAIN, reason + (retry ? "; sent again" : "; held"));
        tables.outgoing()
                .requeue(
                        tx,
                        lease,
                        MessageState.UNCERTAIN,
                        choice,
                        reason,
                        retry ? Optional.of(retryAt) : Optional.empty());
    }

    private void requeue(Tx tx, Lease lease, GatewayChoice choice, Failure failure, Instant due) throws SQLException {
        tables.outgoing().requeue(tx, lease, MessageState.QUEUED, choice, failure.reason(), Optional.of(due));
    }

    /** Ends a message, with its one outcome. */
    void finish(Tx tx, MessageId id, MessageState state, String reason) throws SQLException {
        if (state == MessageState.REJECTED || state == MessageState.CANCELLED || state == MessageState.EXPIRED) {
            tables.charging().giveBack(tx, id);
        }
        tables.outgoing().settle(tx, id, state, reason);
        note(tx, id, Kind.ENDED, reason.isEmpty() ? state.name() : state + ", " + reason);
        outcome(tx, id, Outcome.Kind.FINAL, state.name(), reason);
    }

    private void note(Tx tx, MessageId id, Kind kind, String detail) throws SQLException {
        tables.events().insert(tx, id, kind, detail, tables.now());
    }

    private void outcome(Tx tx, MessageId id, Outcome.Kind kind, String word, String reason) throws SQLException {
        tables.outcomes().insert(tx, id, kind, word, reason, tables.now());
    }

    private void check(Tx tx, Lease lease) throws SQLException {
        tables.outgoing().leases().check(tx, lease, tables.worker());
    }

    private String gateway(Tx tx, MessageId id) throws SQLException {
        return tx.queryOne(
                        "SELECT carried_by FROM message WHERE id = ?", row -> row.getString("carried_by"), id.value())
                .orElseThrow();
    }
}
