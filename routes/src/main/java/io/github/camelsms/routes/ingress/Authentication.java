package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Who may send. As long as there is no account and the listener is on a loopback address, whoever is on this machine
 * may; in every other case a request has to name an account and its password.
 */
public final class Authentication {

    private final Accounts accounts;
    private final boolean open;

    public Authentication(Accounts accounts, InetAddress listener) {
        this.accounts = accounts;
        this.open = accounts.isEmpty() && listener.isLoopbackAddress();
    }

    /** Whether a request needs no credentials. */
    public boolean isOpen() {
        return open;
    }

    /**
     * @return name of the account; empty when none is needed
     * @throws RefusedException when credentials are missing or wrong
     */
    public Optional<String> check(Optional<Credentials> credentials) throws RefusedException {
        if (open) {
            return Optional.empty();
        }
        if (credentials.isEmpty()) {
            throw Refusal.UNAUTHENTICATED.because("user and pass, or HTTP basic authentication, are needed");
        }
        try {
            Credentials given = credentials.get();
            Account account = accounts.authenticate(given.name(), given.password())
                    .orElseThrow(() -> Refusal.UNAUTHENTICATED.because("user or password is wrong"));
            return Optional.of(account.name());
        } catch (Accounts.OverloadedException | Accounts.BlockedException e) {
            throw Refusal.OVERLOADED.because(e.getMessage());
        }
    }
}
