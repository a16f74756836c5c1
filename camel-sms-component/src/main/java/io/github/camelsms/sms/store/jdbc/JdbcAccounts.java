package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.store.jdbc.CommitQueue.Work;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Accounts and groups in the database of the store. */
final class JdbcAccounts implements AccountStore {

    /** Reads beside those who write, where that is possible. */
    interface Reader {

        <T> CompletableFuture<T> read(Work<T> work);
    }

    private final CommitQueue queue;
    private final Reader reader;
    private final Tables tables;
    private final JdbcAudit audit;
    private final AccountTable accounts = new AccountTable();
    private final UsageTable usage = new UsageTable();

    JdbcAccounts(CommitQueue queue, Reader reader, Tables tables, JdbcAudit audit) {
        this.audit = audit;
        this.queue = queue;
        this.reader = reader;
        this.tables = tables;
    }

    @Override
    public CompletionStage<Long> version() {
        return reader.read(accounts::version);
    }

    @Override
    public CompletionStage<List<AccountEntry>> entries() {
        return reader.read(accounts::all);
    }

    @Override
    public CompletionStage<Void> add(AccountEntry entry) {
        return queue.change(tx -> {
            accounts.add(tx, entry, tables.now());
            audit.append(tx, entry.kind().word() + ".add", entry.name(), AccountChange.of(entry));
        });
    }

    @Override
    public CompletionStage<AccountEntry> change(Kind kind, String name, UnaryOperator<AccountEntry> change) {
        return queue.submit(tx -> {
            AccountEntry before = accounts.require(tx, kind, name);
            AccountEntry after = accounts.change(tx, kind, name, change, tables.now());
            audit.append(tx, kind.word() + ".change", name, AccountChange.between(before, after));
            return after;
        });
    }

    @Override
    public CompletionStage<Void> remove(Kind kind, String name) {
        return queue.change(tx -> {
            accounts.remove(tx, kind, name);
            audit.append(tx, kind.word() + ".remove", name, "");
        });
    }

    @Override
    public CompletionStage<List<AccountUsage>> usage(ZoneId zone) {
        return reader.read(tx -> usage.all(tx, month(zone)));
    }

    @Override
    public CompletionStage<AccountUsage> usage(Kind kind, String name, ZoneId zone) {
        return reader.read(tx -> usage.of(tx, kind, name, month(zone)));
    }

    @Override
    public CompletionStage<Long> onDay(String owner, LocalDate day) {
        return reader.read(tx -> usage.parts(tx, owner, day.toString()));
    }

    @Override
    public CompletionStage<Void> reset(Kind kind, String name, long parts, ZoneId zone) {
        return queue.change(tx -> {
            usage.reset(tx, kind, name, parts, month(zone));
            audit.append(tx, kind.word() + ".reset", name, parts + " parts in " + month(zone));
        });
    }

    private YearMonth month(ZoneId zone) {
        return YearMonth.from(tables.now().atZone(zone));
    }
}
