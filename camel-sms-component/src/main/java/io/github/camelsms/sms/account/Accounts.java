package io.github.camelsms.sms.account;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The accounts of a gateway, and the answer to "is this really you?".
 *
 * <p>An unknown name, a disabled account and a wrong password give the same answer after the same work. What was
 * verified is remembered for a short while, because clients send their password with each request and a slow hash
 * would be the limit of the gateway; what was refused is never remembered.
 */
public final class Accounts {

    private static final int WAIT_SECONDS = 5;

    private final Map<String, Account> byName = new HashMap<>();
    private final VerifiedCredentials verified;
    private final PasswordHash decoy;
    // guesses cost a core for a tenth of a second each: they wait for one another, not for those who are known
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    public Accounts(Collection<Account> accounts, Clock clock) {
        for (Account account : Objects.requireNonNull(accounts, "accounts")) {
            if (byName.put(account.name(), account) != null) {
                throw new IllegalArgumentException("the account " + account.name() + " is there twice");
            }
        }
        // where there is no account, there is none to hide
        this.decoy = accounts.isEmpty() ? PasswordHash.quick() : PasswordHash.of("");
        this.verified = new VerifiedCredentials(clock);
    }

    /** Whether there is no account at all, not even a disabled one. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Whether there is an account of this name, a disabled one included. */
    public boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** Number of accounts. */
    public int size() {
        return byName.size();
    }

    /**
     * The account, when it is there, enabled, and this is its password.
     *
     * @throws OverloadedException when too many passwords are being checked at the moment; nothing is known yet
     */
    public Optional<Account> authenticate(String name, String password) throws OverloadedException {
        Optional<Account> account = Optional.ofNullable(byName.get(name));
        byte[] credentials = verified.digest(name, password);
        if (verified.contains(credentials)) {
            return account;
        }
        Optional<PasswordHash> expected = account.flatMap(Account::password);
        boolean matches = hash(expected.orElse(decoy), password) && expected.isPresent();
        if (!matches) {
            return Optional.empty();
        }
        verified.add(credentials);
        return account;
    }

    private boolean hash(PasswordHash expected, String password) throws OverloadedException {
        try {
            if (!hashing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new OverloadedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException();
        }
        try {
            return expected.matches(password);
        } finally {
            hashing.release();
        }
    }

    /** Too many passwords are being checked at the moment: try again. */
    public static final class OverloadedException extends Exception {

        private static final long serialVersionUID = 1L;

        OverloadedException() {
            super("too many passwords are being checked at the moment");
        }
    }
}
