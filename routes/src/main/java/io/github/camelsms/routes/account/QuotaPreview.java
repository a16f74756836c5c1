package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.Budget;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Message;

/** What charging would say, where a message is only explained: the store charges when it accepts, and not before. */
final class QuotaPreview {

    private final Supplier<AccountStore> store;
    private final Budgets budgets;
    private final Clock clock;

    QuotaPreview(Supplier<AccountStore> store, Budgets budgets, Clock clock) {
        this.store = store;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Explains what the message would cost, and refuses it as the store would. */
    void check(Optional<Account> account, Message message, int recipients, Explanation explanation) {
        long parts = (long) ContentHeaders.segment(message).parts() * recipients;
        account.ifPresent(
                payer -> check(Kind.ACCOUNT, payer.name(), payer.policy().monthlyLimit(), parts, explanation));
        account.flatMap(Account::group)
                .ifPresent(group -> check(Kind.GROUP, group.name(), group.monthlyLimit(), parts, explanation));
        LocalDate day = budgets.day(explanation.at().orElseGet(clock::instant));
        for (Budget budget : budgets.daily(account.map(Account::name))) {
            long used =
                    store.get().onDay(budget.owner(), day).toCompletableFuture().join();
            check(budget.owner().replace(':', ' '), used, budget.limit().orElseThrow(), parts, "day", explanation);
        }
    }

    private void check(Kind kind, String name, Optional<Long> limit, long parts, Explanation explanation) {
        if (limit.isEmpty()) {
            return;
        }
        AccountUsage usage = store.get()
                .usage(kind, name, budgets.zone())
                .toCompletableFuture()
                .join();
        check(kind.word() + " " + name, used(usage, explanation.at()), limit.get(), parts, "month", explanation);
    }

    private static void check(String who, long used, long limit, long parts, String period, Explanation explanation) {
        explanation.add(
                "limit",
                who + " has used " + used + " of " + limit + " parts of the " + period + ", this takes " + parts);
        if (used + parts > limit) {
            throw new SmsRejectedException(
                    Code.QUOTA_EXCEEDED,
                    "The limit of " + limit + " parts a " + period + " does not allow this message");
        }
    }

    /** What is counted in the month of a time, as far as anybody knows now. */
    private long used(AccountUsage usage, Optional<Instant> at) {
        YearMonth now = budgets.month(clock.instant());
        YearMonth month = at.map(budgets::month).orElse(now);
        if (month.equals(now)) {
            return usage.thisMonth();
        }
        return month.equals(now.minusMonths(1)) ? usage.previousMonth() : 0;
    }
}
