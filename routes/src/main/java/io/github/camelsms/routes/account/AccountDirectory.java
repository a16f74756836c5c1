package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.AccountBook;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.SystemUsers;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the accounts as the settings and the store have them. Whatever is changed in the store, by whichever process, is
 * in force within a second or two; an account of the settings hides one of the store.
 */
public final class AccountDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(AccountDirectory.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long NEVER = -1;

    private final CamelContext context;
    private final Accounts accounts;
    private final List<AccountEntry> settings;
    private volatile long version = NEVER;
    private long notedAt = System.nanoTime() - MINUTE_NANOS;

    /**
     * @param accounts what is told of changes
     * @param settings accounts and groups of the settings
     */
    public AccountDirectory(CamelContext context, Accounts accounts, List<AccountEntry> settings) {
        this.context = context;
        this.accounts = accounts;
        this.settings = List.copyOf(settings);
    }

    /** Reads the accounts of the store, and goes on to look for changes. */
    public void start() {
        refresh().toCompletableFuture().join();
        var unused = context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "accounts")
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Has changes in force now. */
    public CompletionStage<Void> refresh() {
        // before the accounts: what changes meanwhile is read once more
        return store().version().thenCompose(now -> store().entries().thenAccept(entries -> {
            List<AccountEntry> all = new ArrayList<>(settings);
            all.addAll(entries);
            accounts.replace(AccountBook.of(all));
            version = now;
        }));
    }

    /** Accounts and groups of the settings, which nobody changes here. */
    public List<AccountEntry> ofSettings() {
        return settings;
    }

    /** Where the others are. */
    public AccountStore store() {
        return operations().accounts();
    }

    /**
     * The same for somebody who changes them.
     *
     * @param actor who is noted to have done it
     */
    public AccountStore store(String actor) {
        return operations().by(actor).accounts();
    }

    private Operations operations() {
        return context.getComponent("sms", SmsComponent.class).operations();
    }

    /** Wrong passwords are noted together, once a minute at most: one by one they would be an attack on the disk. */
    private void noteFailures() {
        if (System.nanoTime() - notedAt < MINUTE_NANOS) {
            return;
        }
        Map<String, Integer> failures = accounts.takeFailures();
        if (!failures.isEmpty()) {
            notedAt = System.nanoTime();
            failures.forEach((who, count) -> {
                var unused = operations().audit().append("login.failed", who, count + " times");
            });
        }
    }

    private void look() {
        try {
            SystemUsers users = context.getRegistry().findSingleByType(SystemUsers.class);
            accounts.consult(users == null ? SystemUsers.NONE : users);
            if (store().version().toCompletableFuture().join() != version) {
                refresh().toCompletableFuture().join();
            }
            noteFailures();
        } catch (RuntimeException e) {
            // the accounts stay as they are until the store answers again, which says so itself
            LOG.debug("The accounts cannot be read", e);
        }
    }
}
