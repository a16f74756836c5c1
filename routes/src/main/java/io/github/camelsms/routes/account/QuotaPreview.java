package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Message;

/** What charging would say, where a message is only explained: the store charges when it accepts, and not before. */
final class QuotaPreview {

    private final Supplier<AccountStore> store;
    private final ZoneId zone;

    /**
     * @param zone where the months of limits begin at midnight
     */
    QuotaPreview(Supplier<AccountStore> store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
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
        long used =
                store.get().usage(kind, name, zone).toCompletableFuture().join().thisMonth();
        explanation.add(
                "limit",
                kind.word() + " " + name + " has used " + used + " of " + limit.get()
                        + " parts of this month, this takes " + parts);
        if (used + parts > limit.get()) {
            throw new SmsRejectedException(
                    Code.QUOTA_EXCEEDED, "The limit of " + limit.get() + " parts a month does not allow this message");
        }
    }
}
