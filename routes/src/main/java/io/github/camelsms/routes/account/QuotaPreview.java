package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Message;

/** What charging would say, where a message is only explained: the store charges when it accepts, and not before. */
final class QuotaPreview {

    private final Supplier<AccountStore> store;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone where the months of limits begin at midnight
     */
    QuotaPreview(Supplier<AccountStore> store, ZoneId zone, Clock clock) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
    }

    /** Explains what the message would cost, and refuses it as the store would. */
    void check(Account account, Message message, int recipients, Explanation explanation) {
        long parts = (long) ContentHeaders.segment(message).parts() * recipients;
        check(Kind.ACCOUNT, account.name(), account.policy().monthlyLimit(), parts, explanation);
        account.group().ifPresent(group -> check(Kind.GROUP, group.name(), group.monthlyLimit(), parts, explanation));
    }

    private void check(Kind kind, String name, Optional<Long> limit, long parts, Explanation explanation) {
        if (limit.isEmpty()) {
            return;
        }
        AccountUsage usage =
                store.get().usage(kind, name, zone).toCompletableFuture().join();
        long used = used(usage, explanation.at());
        explanation.add(
                "limit",
                kind.word() + " " + name + " has used " + used + " of " + limit.get()
                        + " parts of the month, this takes " + parts);
        if (used + parts > limit.get()) {
            throw new SmsRejectedException(
                    Code.QUOTA_EXCEEDED, "The limit of " + limit.get() + " parts a month does not allow this message");
        }
    }

    /** What is counted in the month of a time, as far as anybody knows now. */
    private long used(AccountUsage usage, Optional<Instant> at) {
        YearMonth now = YearMonth.from(clock.instant().atZone(zone));
        YearMonth month = at.map(time -> YearMonth.from(time.atZone(zone))).orElse(now);
        if (month.equals(now)) {
            return usage.thisMonth();
        }
        return month.equals(now.minusMonths(1)) ? usage.previousMonth() : 0;
    }
}
