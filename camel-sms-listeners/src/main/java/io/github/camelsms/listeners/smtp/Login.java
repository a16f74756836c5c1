package io.github.camelsms.listeners.smtp;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.address.AddressCredentials;
import java.net.InetAddress;
import java.util.Optional;
import org.subethamail.smtp.server.Session;

/** Checks passwords, of sessions and of addresses; a client that guesses is stopped before the hash is computed. */
final class Login {

    private final Optional<Accounts> accounts;

    Login(Optional<Accounts> accounts) {
        this.accounts = accounts;
    }

    /** Whether there are accounts at all. */
    boolean isPossible() {
        return accounts.isPresent();
    }

    /** Whether a password may be sent in this session: through TLS, or without leaving the machine. */
    static boolean isPrivate(Session session) {
        return session.isTLSStarted() || client(session).isLoopbackAddress();
    }

    static InetAddress client(Session session) {
        return session.getRealRemoteAddress().getAddress();
    }

    /** The name of the account. */
    String check(String name, String password, Session session) throws RefusedException {
        InetAddress client = client(session);
        if (!isPrivate(session)) {
            throw new RefusedException(538, "5.7.11", "Encryption required, say STARTTLS first");
        }
        return authenticate(name, password, client)
                .orElseThrow(() -> new RefusedException(535, "5.7.8", "Authentication credentials invalid"))
                .name();
    }

    private Optional<Account> authenticate(String name, String password, InetAddress client) throws RefusedException {
        try {
            if (accounts.isEmpty()) {
                return Optional.empty();
            }
            AddressCredentials meant = new AddressCredentials(name, password).forAccount(accounts.get()::contains);
            return accounts.get().authenticate(meant.user(), meant.password(), client);
        } catch (Accounts.BlockedException e) {
            throw new RefusedException(454, "4.7.0", "Too many failed attempts, try again later");
        } catch (Accounts.OverloadedException e) {
            throw new RefusedException(454, "4.7.0", "Too many passwords are being checked, try again");
        }
    }
}
