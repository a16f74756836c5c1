package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a gateway what it may carry: what is due, as far as its budget goes. */
final class HandingOut {

    /** What is asked of a message before a gateway with a budget gets it. */
    private record Load(int parts, String recipient, GatewayChoice choice) {}

    private static final String OPTED_OUT = "opted_out: the phone wants no messages of this kind";

    private final Tables tables;
    private final Sending sending;
    private final DueMessages due = new DueMessages();

    HandingOut(Tables tables, Sending sending) {
        this.tables = tables;
        this.sending = sending;
    }

    HandOut<Message> handOut(Tx tx, String gateway, int limit) throws SQLException {
        Instant now = tables.now();
        if (tables.stops().isStopped(tx, gateway)) {
            return new HandOut<>(List.of(), Optional.empty());
        }
        Allowance allowance = tables.allowances().of(tx, gateway, now);
        if (allowance.until().isPresent()) {
            return new HandOut<>(List.of(), allowance.until());
        }
        boolean limited = tables.allowances().budgets().of(gateway).isLimited();
        List<Leased<Message>> taken = new ArrayList<>();
        for (String id : due.next(tx, gateway, limit, now)) {
            if (!limited) {
                take(tx, id, gateway).ifPresent(taken::add);
                continue;
            }
            Optional<Load> loaded = load(tx, id);
            if (loaded.isPresent()) {
                Load load = loaded.get();
                Allowance.Answer answer = allowance.answer(load.parts());
                boolean tooMany = tables.allowances().isOneTooMany(tx, gateway, load.recipient(), now);
                if (tooMany || answer == Allowance.Answer.NOT_TODAY) {
                    defer(tx, new MessageId(id), gateway, load.choice(), now);
                } else if (answer == Allowance.Answer.YES) {
                    take(tx, id, gateway).ifPresent(taken::add);
                    allowance = allowance.less(load.parts());
                    tables.allowances().handedOut(tx, gateway, load.parts());
                }
            }
        }
        List<Leased<Message>> wanted = withoutUnwanted(tx, gateway, taken);
        if (wanted.size() < taken.size()) {
            // there may be others in the place of those that nobody is to get: asked for at once
            return new HandOut<>(wanted, Optional.of(now));
        }
        return new HandOut<>(wanted, wanted.size() < limit ? due.nextDue(tx, gateway, now) : Optional.empty());
    }

    private Optional<Leased<Message>> take(Tx tx, String id, String gateway) throws SQLException {
        tx.update("UPDATE message SET state = ?, carried_by = ? WHERE id = ?", MessageState.SENDING, gateway, id);
        return tables.outgoing().leases().take(tx, id, tables.worker(), OutgoingTable::message);
    }

    /** Ends what is for phones that have opted out, and notes the others. */
    private List<Leased<Message>> withoutUnwanted(Tx tx, String gateway, List<Leased<Message>> taken)
            throws SQLException {
        List<Leased<Message>> wanted = new ArrayList<>();
        for (Leased<Message> leased : taken) {
            Lease lease = leased.lease();
            if (tables.phoneLists().hasOptedOut(tx, leased.item())) {
                sending.finish(tx, lease.id(), MessageState.CANCELLED, OPTED_OUT);
            } else {
                note(tx, lease.id(), Kind.HANDED_OUT, "to " + gateway + ", attempt " + lease.attempt());
                wanted.add(leased);
            }
        }
        return wanted;
    }

    /** Empty when the row makes no sense and was set aside. */
    private Optional<Load> load(Tx tx, String id) throws SQLException {
        try {
            return tx.queryOne(
                    "SELECT size, recipient, gateways FROM message WHERE id = ?",
                    row -> new Load(
                            Math.max(1, row.getInt("size")),
                            row.getString("recipient"),
                            GatewayChoice.parse(row.getString("gateways"))),
                    id);
        } catch (IllegalArgumentException | NullPointerException e) {
            tables.outgoing().leases().putAside(tx, id, e);
            return Optional.empty();
        }
    }

    /** Another gateway of its list takes it now, or this one does tomorrow. */
    private void defer(Tx tx, MessageId id, String gateway, GatewayChoice choice, Instant now) throws SQLException {
        GatewayChoice next = choice.hasAlternative() ? choice.rotated() : choice;
        if (choice.hasAlternative()
                && tables.workers().isServed(tx, next.first())
                && !tables.allowances().isClosed(tx, next.first(), now)) {
            tables.outgoing().moveOn(tx, id, next, now);
            note(tx, id, Kind.MOVED_ON, "from " + gateway + ", no room in its budget today, to " + next.first());
        } else {
            Instant tomorrow =
                    GatewayBudget.nextDay(now, tables.allowances().budgets().zone());
            tx.update("UPDATE message SET due_at = ? WHERE id = ?", tomorrow, id.value());
            note(tx, id, Kind.DEFERRED, gateway + " has no room in its budget today, until " + tomorrow);
        }
    }

    private void note(Tx tx, MessageId id, Kind kind, String detail) throws SQLException {
        tables.events().insert(tx, id, kind, detail, tables.now());
    }
}
