package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.Role;
import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Who may come in and what they may do, for each protocol the same. As long as there is no account and the listener is
 * on a loopback address, whoever is on this machine may send; in every other case a request has to name an account and
 * prove to be it.
 */
public final class Authentication {

    private final Accounts accounts;
    private final boolean loopback;
    private final ZoneId zone;
    private final Clock clock;

    public Authentication(Accounts accounts, InetAddress listener) {
        this(accounts, listener, ZoneOffset.UTC);
    }

    /**
     * @param zone where the months of limits begin at midnight
     */
    public Authentication(Accounts accounts, InetAddress listener, ZoneId zone) {
        this.accounts = accounts;
        this.zone = zone;
        this.loopback = listener.isLoopbackAddress();
        this.clock = Clock.systemUTC();
    }

    /** Whether a request needs no credentials. */
    public boolean isOpen() {
        return loopback && accounts.isEmpty();
    }

    /**
     * @param client who has connected
     * @return name of the account; empty when none is needed
     * @throws RefusedException when credentials are missing or wrong, or the account may not be used now
     */
    public Optional<String> check(Optional<Credentials> credentials, InetAddress client) throws RefusedException {
        if (isOpen()) {
            return Optional.empty();
        }
        if (credentials.isEmpty()) {
            throw Refusal.UNAUTHENTICATED.because("user and pass, or HTTP basic authentication, are needed");
        }
        try {
            Credentials given = credentials.get();
            Account account = accounts.authenticate(given.name(), given.password(), client)
                    .orElseThrow(() -> Refusal.UNAUTHENTICATED.because("user or password is wrong"));
            return Optional.of(active(account));
        } catch (Accounts.OverloadedException e) {
            throw Refusal.OVERLOADED.because(e.getMessage());
        } catch (Accounts.BlockedException e) {
            throw Refusal.RATE_LIMITED.because(e.getMessage());
        }
    }

    /** The same by a token. */
    public Optional<String> check(String token, InetAddress client) throws RefusedException {
        if (isOpen()) {
            return Optional.empty();
        }
        try {
            Account account = accounts.authenticate(token, client)
                    .orElseThrow(() -> Refusal.UNAUTHENTICATED.because("there is no such token"));
            return Optional.of(active(account));
        } catch (Accounts.BlockedException e) {
            throw Refusal.RATE_LIMITED.because(e.getMessage());
        }
    }

    /** Refuses an account that was authenticated before and may not be used any more. */
    public void checkActive(Optional<String> account) throws RefusedException {
        if (account.isPresent()) {
            active(accounts.resolve(account.get()));
        }
    }

    private String active(Account account) throws RefusedException {
        switch (account.policy().at(clock.instant())) {
            case INACTIVE -> throw Refusal.ACCOUNT_INACTIVE.because("the account is not active");
            case EXPIRED -> throw Refusal.ACCOUNT_EXPIRED.because("the account has expired");
            default -> {
                return account.name();
            }
        }
    }

    /**
     * Whether an account may do what a role stands for.
     *
     * @param account empty for whoever is on this machine, who may everything but change accounts
     */
    public boolean may(Optional<String> account, Role role) {
        return account.map(name -> accounts.resolve(name).policy().has(role)).orElse(role != Role.ADMIN);
    }

    /** Refuses an account that may not. */
    public void require(Optional<String> account, Role role) throws RefusedException {
        if (!may(account, role)) {
            throw Refusal.FORBIDDEN.because("this needs an account with the role " + role.word());
        }
    }

    /** Where the months of limits begin at midnight. */
    public ZoneId zone() {
        return zone;
    }

    /** What an account may do. */
    public Account account(String name) {
        return accounts.resolve(name);
    }
}
