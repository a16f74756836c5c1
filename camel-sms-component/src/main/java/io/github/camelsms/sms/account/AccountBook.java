package io.github.camelsms.sms.account;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All accounts at one moment, each with what its group and the standard add to its terms. What an account does not say
 * is taken from its group, then from the group that is called as the domain behind the {@code @} of its name, then from
 * the group {@code default}.
 */
public final class AccountBook {

    /** The group whose terms hold for everybody who has none of his own. */
    public static final String DEFAULT = "default";

    private final Map<String, Account> accounts;
    private final Map<String, Account> byToken;
    private final Map<String, AccountEntry> groups;

    private AccountBook(Map<String, Account> accounts, Map<String, Account> byToken, Map<String, AccountEntry> groups) {
        this.accounts = accounts;
        this.byToken = byToken;
        this.groups = groups;
    }

    /** A book of accounts as they are, without groups. */
    static AccountBook ofAccounts(Collection<Account> accounts) {
        Map<String, Account> byName = new HashMap<>();
        for (Account account : Objects.requireNonNull(accounts, "accounts")) {
            if (byName.put(account.name(), account) != null) {
                throw new IllegalArgumentException("the account " + account.name() + " is there twice");
            }
        }
        return new AccountBook(byName, tokens(byName), Map.of());
    }

    /** What entries amount to; of two with the same kind and name the first counts. */
    public static AccountBook of(Collection<AccountEntry> entries) {
        Map<String, AccountEntry> groups = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.GROUP)
                .forEach(group -> groups.putIfAbsent(group.name(), group));
        AccountBook none = new AccountBook(Map.of(), Map.of(), groups);
        Map<String, Account> byName = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.ACCOUNT)
                .forEach(entry -> byName.putIfAbsent(entry.name(), none.resolve(entry)));
        return new AccountBook(byName, tokens(byName), groups);
    }

    private static Map<String, Account> tokens(Map<String, Account> accounts) {
        Map<String, Account> tokens = new HashMap<>();
        accounts.values().forEach(account -> account.token().ifPresent(token -> tokens.put(token, account)));
        return tokens;
    }

    /** The account of that name, one that nobody can prove to be included. */
    Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** The account of that name, or what would hold for it when somebody else says that there is such a user. */
    Account resolve(String name) {
        Account account = accounts.get(name);
        return account == null ? resolve(AccountEntry.account(name)) : account;
    }

    /** The account with that token, by the token's SHA-256 in hex. */
    Optional<Account> byToken(String digest) {
        return Optional.ofNullable(byToken.get(digest));
    }

    int size() {
        return accounts.size();
    }

    private Account resolve(AccountEntry entry) {
        Terms terms = entry.terms();
        Optional<AccountEntry> group = entry.group().map(groups::get);
        if (group.isPresent()) {
            // the limit of a group is for all of its members together
            terms = terms.orElse(group.get().terms().with(Term.LIMIT, ""));
        }
        int at = entry.name().lastIndexOf('@');
        AccountEntry domain = at < 0 ? null : groups.get(entry.name().substring(at + 1));
        if (domain != null) {
            terms = terms.orElse(domain.terms());
        }
        AccountEntry everybody = groups.get(DEFAULT);
        if (everybody != null) {
            terms = terms.orElse(everybody.terms());
        }
        AccountPolicy policy = AccountPolicy.of(terms);
        if (group.isEmpty()) {
            return new Account(entry.name(), entry.password(), entry.token(), Optional.empty(), policy);
        }
        AccountPolicy common = AccountPolicy.of(group.get().terms());
        return new Account(
                entry.name(),
                entry.password(),
                entry.token(),
                Optional.of(new Account.Group(group.get().name(), common.monthlyLimit())),
                policy.within(common));
    }
}
