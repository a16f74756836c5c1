package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Budget;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Charges messages when they are accepted, and gives back what was never sent. */
final class Charging {

    /**
     * What a message is charged to beside its account.
     *
     * @param month in which it is
     * @param group whose limit it counts against as well
     */
    record Charge(String month, Optional<String> group) {}

    private record Charged(
            MessageState state, Optional<String> account, int parts, String month, Optional<String> group) {}

    private final Budgets budgets;
    private final int shard;

    /**
     * @param shard which of the rows this process writes for what has no limit
     */
    Charging(Budgets budgets, int shard) {
        this.budgets = budgets;
        this.shard = shard;
    }

    /** Refuses messages whose parts a limit does not allow. */
    void check(Tx tx, List<Message> messages, Instant now) throws SQLException {
        tx.charges().check(budgets, messages, now);
    }

    /** Charges a message that was checked; empty when nobody pays for it. */
    Optional<Charge> charge(Tx tx, Message message, Instant now) {
        return charged(message, now, (budget, period) -> tx.charges()
                .add(budget, period, shard, message.parts(), Optional.of(now)));
    }

    /** The same without a question. */
    Optional<Charge> force(Tx tx, Message message, Instant now) {
        return charged(
                message, now, (budget, period) -> tx.charges().force(budget, period, shard, message.parts(), now));
    }

    private interface Target {
        void charge(Budget budget, String period);
    }

    private Optional<Charge> charged(Message message, Instant now, Target target) {
        String day = budgets.day(now).toString();
        budgets.daily(message.account()).forEach(budget -> target.charge(budget, day));
        if (message.account().isEmpty()) {
            return Optional.empty();
        }
        String account = message.account().get();
        String month = budgets.month(now).toString();
        Optional<Budget> group = budgets.ofGroup(account);
        target.charge(budgets.ofAccount(account), month);
        group.ifPresent(budget -> target.charge(budget, month));
        return Optional.of(new Charge(month, group.map(Budget::owner)));
    }

    /** Gives back what was charged for the parts of a message that ends and that no network has or may have. */
    void giveBack(Tx tx, MessageId id) throws SQLException {
        Optional<Charged> charged = tx.queryOne(
                "SELECT state, account, charged, charge_month, charge_group FROM message"
                        + " WHERE id = ? AND charge_month IS NOT NULL AND charged > 0",
                row -> new Charged(
                        MessageState.valueOf(row.getString("state")),
                        Rows.text(row, "account"),
                        row.getInt("charged"),
                        row.getString("charge_month"),
                        Rows.text(row, "charge_group")),
                id.value());
        if (charged.isEmpty() || charged.get().state() == MessageState.ENROUTE) {
            return;
        }
        Charged message = charged.get();
        int unsent = message.parts() - sent(tx, id, message.parts());
        if (unsent <= 0) {
            return;
        }
        message.account().ifPresent(account -> tx.charges()
                .add(budgets.ofAccount(account), message.month(), shard, -unsent, Optional.empty()));
        message.group().ifPresent(owner -> tx.charges()
                .add(groupBudget(message.account(), owner), message.month(), shard, -unsent, Optional.empty()));
        tx.update("UPDATE message SET charged = ? WHERE id = ?", message.parts() - unsent, id.value());
    }

    /** The group that was charged then; the account may be in another one now. */
    private Budget groupBudget(Optional<String> account, String owner) {
        return account.flatMap(budgets::ofGroup)
                .filter(group -> group.owner().equals(owner))
                .orElse(new Budget(owner, Optional.empty()));
    }

    /** How many parts a network has or may have. */
    private static int sent(Tx tx, MessageId id, int all) throws SQLException {
        record Parts(int given, int accepted) {}
        boolean uncertain = tx.queryOne(
                        "SELECT 1 FROM message_event WHERE message = ? AND event = ? LIMIT 1",
                        row -> true,
                        id.value(),
                        Kind.UNCERTAIN)
                .isPresent();
        Parts parts = tx.queryOne(
                        "SELECT COUNT(*) AS given, COUNT(reference) AS accepted FROM part WHERE message = ?",
                        row -> new Parts(row.getInt("given"), row.getInt("accepted")),
                        id.value())
                .orElseThrow();
        if (uncertain) {
            return parts.given() == 0 ? all : parts.given();
        }
        return parts.accepted();
    }
}
