package io.github.camelsms.sms.store.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that a test closes and opens again, in each of the databases; all of them with the clock of the test. */
public final class StoreUnderTest {

    /** Which database. */
    public enum Kind {
        FILE,
        MEMORY,
        POSTGRES
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final StoreAddress address;
    private final Supplier<Database> database;

    private StoreUnderTest(StoreAddress address, Supplier<Database> database) {
        this.address = address;
        this.database = database;
    }

    /** A new one, which is skipped where there is no server for it. */
    public static StoreUnderTest of(Kind kind, Path folder) {
        return switch (kind) {
            case FILE -> {
                StoreAddress file = StoreAddress.of("jdbc:sqlite:" + folder.resolve("sms.db"));
                yield new StoreUnderTest(file, () -> Databases.open(file));
            }
            case MEMORY -> {
                StoreAddress memory = StoreAddress.of("jdbc:sqlite::memory:");
                Database kept = new KeptDatabase(Databases.open(memory));
                yield new StoreUnderTest(memory, () -> kept);
            }
            case POSTGRES -> {
                StoreAddress schema = postgres();
                yield new StoreUnderTest(schema, () -> new ClockedPostgres(schema));
            }
        };
    }

    /** A store of its own in the server of this test run. */
    public static StoreAddress postgres() {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        return address(Server.SHARED, "s" + COUNT.incrementAndGet());
    }

    /** A store of its own in a server. */
    static StoreAddress address(PostgresServer server, String schema) {
        return new StoreAddress(server.url(schema), Optional.of(PostgresServer.USER), Optional.empty());
    }

    public MessageStore open(Clock clock) {
        return JdbcMessageStore.open(database.get(), Timing.DEFAULT, clock, new Intake(() -> Long.MAX_VALUE));
    }

    /** With limits for what waits. */
    public MessageStore open(MessageStore.Limits limits, Clock clock) {
        return JdbcMessageStore.open(
                database.get(), Timing.DEFAULT, limits, Budgets.UNLIMITED, clock, new Intake(() -> Long.MAX_VALUE));
    }

    /** With limits for what accounts may send. */
    public MessageStore open(Budgets budgets, Clock clock) {
        return JdbcMessageStore.open(
                database.get(),
                Timing.DEFAULT,
                MessageStore.Limits.NONE,
                budgets,
                clock,
                new Intake(() -> Long.MAX_VALUE));
    }

    /** Whether several processes can work on it. */
    public boolean isShared() {
        return address.url().startsWith("jdbc:postgresql:");
    }

    /** What a person uses beside the process that has it. */
    public Operations beside(Clock clock) {
        return JdbcOperations.open(address, clock);
    }

    /** One server for all tests of this process. */
    private static final class Server {

        private static final PostgresServer SHARED = start();

        private static PostgresServer start() {
            try {
                PostgresServer server = PostgresServer.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** PostgreSQL with the clock of a test in place of the server's. */
    private static final class ClockedPostgres extends PostgresDatabase {

        ClockedPostgres(StoreAddress address) {
            super(address);
        }

        @Override
        public Clock clock(Clock own) {
            return own;
        }

        @Override
        public void readClock(Tx tx) {
            // the test moves it
        }
    }
}
