package io.github.camelsms.sms.account;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The accounts of a gateway, and the answer to "is this really you?".
 *
 * <p>An unknown name, a disabled account and a wrong password give the same answer after the same work. What was
 * verified is remembered for a short while, because clients send their password with each request and a slow hash
 * would be the limit of the gateway; what was refused is never remembered, and a change of the password ends it at
 * once. Guessing is held back, see {@link LoginGuard}.
 */
public final class Accounts {

    private static final int WAIT_SECONDS = 5;
    private static final String NOWHERE = "";

    private final VerifiedCredentials verified;
    private final LoginGuard guard;
    private final LoginFailures failures = new LoginFailures();
    // guesses cost a core for a tenth of a second each: they wait for one another, not for those who are known
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private volatile AccountBook book;
    private volatile SystemUsers users = SystemUsers.NONE;
    private volatile PasswordHash decoy;

    /** Accounts that stay as they are. */
    public Accounts(Collection<Account> accounts, Clock clock) {
        this(AccountBook.ofAccounts(accounts), clock);
    }

    /** Accounts that change, see {@link #replace}. */
    public Accounts(AccountBook book, Clock clock) {
        this.verified = new VerifiedCredentials(clock);
        this.guard = new LoginGuard(clock);
        // where there is no account, there is none to hide
        this.decoy = book.size() == 0 ? PasswordHash.quick() : PasswordHash.of("");
        this.book = book;
    }

    /** From now on these are the accounts. */
    public void replace(AccountBook other) {
        if (book.size() == 0 && other.size() > 0) {
            decoy = PasswordHash.of("");
        }
        book = other;
    }

    /** From now on these are asked after the accounts. */
    public void consult(SystemUsers others) {
        users = others;
    }

    /** Whether there is no account at all, not even a disabled one, and nobody else to ask. */
    public boolean isEmpty() {
        return book.size() == 0 && users == SystemUsers.NONE;
    }

    /** Whether there is an account of this name, a disabled one included. */
    public boolean contains(String name) {
        return book.find(name).isPresent();
    }

    /** Number of accounts. */
    public int size() {
        return book.size();
    }

    /** The account of that name with what it may do, or what would hold for a system user of that name. */
    public Account resolve(String name) {
        return book.resolve(name);
    }

    /** The same for somebody whose address is not known. */
    public Optional<Account> authenticate(String name, String password) throws OverloadedException, BlockedException {
        return authenticate(name, password, NOWHERE);
    }

    /**
     * The account, when it is there, enabled, and this is its password. Whether it is active and not expired is to be
     * asked then: only who proves to be it is told.
     *
     * @throws OverloadedException when too many passwords are being checked at the moment; nothing is known yet
     * @throws BlockedException when too many wrong ones came from there, or for this name
     */
    public Optional<Account> authenticate(String name, String password, InetAddress client)
            throws OverloadedException, BlockedException {
        return authenticate(name, password, ClientAddress.network(client));
    }

    private Optional<Account> authenticate(String name, String password, String origin)
            throws OverloadedException, BlockedException {
        AccountBook now = book;
        Optional<Account> account = now.find(name);
        Optional<PasswordHash> expected = account.flatMap(Account::password);
        Optional<byte[]> credentials = expected.map(hash -> verified.digest(name, password, hash.written()));
        if (credentials.isPresent() && verified.contains(credentials.get())) {
            return account;
        }
        check(name, origin);
        boolean matches = working(() -> expected.orElse(decoy).matches(password)) && expected.isPresent();
        if (matches) {
            credentials.ifPresent(verified::add);
            guard.succeeded(name, origin);
            return account;
        }
        SystemUsers others = users;
        if (others != SystemUsers.NONE && working(() -> others.authenticate(name, password))) {
            guard.succeeded(name, origin);
            return Optional.of(now.resolve(name));
        }
        guard.missed(name, origin);
        failures.add(account.isPresent() ? "account " + name : LoginFailures.NOBODY);
        return Optional.empty();
    }

    /**
     * The account with this token (RFC 6750).
     *
     * @throws BlockedException when too many wrong ones came from there
     */
    public Optional<Account> authenticate(String token, InetAddress client) throws BlockedException {
        String origin = ClientAddress.network(client);
        Optional<Account> account = book.byToken(digest(token));
        if (account.isEmpty()) {
            check(NOWHERE, origin);
            guard.missed(NOWHERE, origin);
            failures.add(LoginFailures.NOBODY);
        }
        return account;
    }

    /** How many wrong passwords and tokens there were since this was asked last: by account, and of no account. */
    public Map<String, Integer> takeFailures() {
        return failures.take();
    }

    /** What is kept of a token: its SHA-256 in hex. A token is random and long, so that this tells nothing. */
    public static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    private void check(String name, String origin) throws BlockedException {
        Optional<Duration> wait = guard.blocked(name, origin);
        if (wait.isPresent()) {
            throw new BlockedException(wait.get());
        }
    }

    private boolean working(Supplier<Boolean> check) throws OverloadedException {
        try {
            if (!hashing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new OverloadedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException();
        }
        try {
            return check.get();
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

    /** Too many wrong passwords: nothing was checked. */
    public static final class BlockedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Duration wait;

        BlockedException(Duration wait) {
            super("too many wrong passwords; try again later", null, false, false);
            this.wait = wait;
        }

        /** When the next try is worth making. */
        public Duration retryAfter() {
            return wait;
        }
    }
}
