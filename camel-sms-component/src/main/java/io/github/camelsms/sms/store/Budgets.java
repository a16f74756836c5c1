package io.github.camelsms.sms.store;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The limits of accounts. They are asked for within a transaction and must answer at once.
 *
 * <p>A month and a day are those of the calendar in {@link #zone()} by the clock of the store. Each month is counted for
 * itself and for ever, so that a clock that jumps neither opens a month again nor loses one; a day for a month.
 */
public interface Budgets {

    /** Everything is counted, nothing is limited; months of UTC. */
    Budgets UNLIMITED = new Budgets() {};

    /** What messages of an account are charged to. */
    default Budget ofAccount(String account) {
        return Budget.ofAccount(account, Optional.empty());
    }

    /** The group that shares its limit among several accounts, this one included. */
    default Optional<Budget> ofGroup(String account) {
        return Optional.empty();
    }

    /**
     * What messages are counted against by the day, beside: each has a limit of parts. What was accepted stays counted in
     * its day whatever becomes of it.
     *
     * @param account empty for messages of nobody
     */
    default List<Budget> daily(Optional<String> account) {
        return List.of();
    }

    /** Where months and days begin at midnight. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** The month of a time. */
    default YearMonth month(Instant time) {
        return YearMonth.now(Clock.fixed(time, zone()));
    }

    /** The day of a time. */
    default LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone());
    }

    /**
     * Those of accounts.
     *
     * @param everybody parts a day of all messages together, where there is a limit
     */
    static Budgets of(Accounts accounts, ZoneId zone, Optional<Long> everybody) {
        return new Budgets() {
            @Override
            public Budget ofAccount(String account) {
                return Budget.ofAccount(
                        account, accounts.resolve(account).policy().monthlyLimit());
            }

            @Override
            public Optional<Budget> ofGroup(String account) {
                return accounts.resolve(account)
                        .group()
                        .map((Account.Group group) -> Budget.ofGroup(group.name(), group.monthlyLimit()));
            }

            @Override
            public List<Budget> daily(Optional<String> account) {
                List<Budget> daily = new ArrayList<>();
                account.flatMap(name -> accounts.resolve(name).policy().dailyLimit())
                        .ifPresent(limit -> daily.add(Budget.ofAccount(account.get(), Optional.of(limit))));
                everybody.ifPresent(limit -> daily.add(Budget.ofEverybody(limit)));
                return daily;
            }

            @Override
            public ZoneId zone() {
                return zone;
            }
        };
    }
}
