package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is left of the month's limit of an account, its own and that of its group. */
public final class Balance {

    private final OwnMessages store;
    private final Authentication authentication;

    public Balance(OwnMessages store, Authentication authentication) {
        this.store = store;
        this.authentication = authentication;
    }

    /** Parts that may still be sent in this month; empty where there is no limit. */
    public CompletionStage<Optional<Long>> left(Optional<String> account) {
        if (account.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        Account payer = authentication.account(account.get());
        Optional<Long> own = payer.policy().monthlyLimit();
        Optional<Account.Group> group =
                payer.group().filter(each -> each.monthlyLimit().isPresent());
        if (own.isEmpty() && group.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        AccountStore accounts = store.store().accounts();
        ZoneId zone = authentication.zone();
        CompletionStage<Long> ofAccount = own.map(limit ->
                        accounts.usage(Kind.ACCOUNT, payer.name(), zone).thenApply(usage -> limit - usage.thisMonth()))
                .orElseGet(() -> CompletableFuture.completedStage(Long.MAX_VALUE));
        CompletionStage<Long> ofGroup = group.map(shared -> accounts.usage(Kind.GROUP, shared.name(), zone)
                        .thenApply(usage -> shared.monthlyLimit().orElseThrow() - usage.thisMonth()))
                .orElseGet(() -> CompletableFuture.completedStage(Long.MAX_VALUE));
        return ofAccount.thenCombine(ofGroup, (one, other) -> Optional.of(Math.max(0, Math.min(one, other))));
    }
}
