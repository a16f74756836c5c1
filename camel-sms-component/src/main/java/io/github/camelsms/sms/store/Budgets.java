package io.github.camelsms.sms.store;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The limits of accounts. They are asked for within a transaction and must answer at once.
 *
 * <p>A month is a calendar month of {@link #zone()} by the clock of the store. Each month is counted for itself and for
 * ever, so that a clock that jumps neither opens a month again nor loses one.
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

    /** Where months begin at midnight. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** The month of a time. */
    default YearMonth month(Instant time) {
        return YearMonth.now(Clock.fixed(time, zone()));
    }

    /** Those of accounts. */
    static Budgets of(Accounts accounts, ZoneId zone) {
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
            public ZoneId zone() {
                return zone;
            }
        };
    }
}
