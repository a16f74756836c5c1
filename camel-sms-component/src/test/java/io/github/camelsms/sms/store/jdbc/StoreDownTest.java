package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.SilentLink;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is down, slow, locked or read-only: refused within two seconds, taken again within five. */
class StoreDownTest {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final List<MessageId> accepted = new ArrayList<>();

    @Test
    void aServerThatWasStoppedIsUsedAgain() throws Exception {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        try (PostgresServer server = PostgresServer.start();
                MessageStore store = open(StoreUnderTest.address(server, "sms"))) {
            accept(store);
            for (int round = 0; round < 3; round++) {
                server.stop();
                refusedInTime(store);
                refusedInTime(store);
                server.resume();
                takenAgain(store);
            }
            allIsThere(store);
        }
    }

    @Test
    void aServerThatOnlyReadsIsUsedAgainWhenItWrites() throws Exception {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        try (PostgresServer server = PostgresServer.start();
                MessageStore store = open(StoreUnderTest.address(server, "sms"))) {
            accept(store);
            server.execute("ALTER SYSTEM SET default_transaction_read_only = on");
            server.execute("SELECT pg_reload_conf()");
            await().atMost(RECOVERY).until(() -> !tryAccept(store));
            refusedInTime(store);
            server.execute("ALTER SYSTEM RESET default_transaction_read_only");
            server.execute("SELECT pg_reload_conf()");
            takenAgain(store);
            allIsThere(store);
        }
    }

    @Test
    void aServerBehindACutCableIsUsedAgainByNewConnections() throws Exception {
        assumeTrue(PostgresServer.whyNot().isEmpty(), PostgresServer.whyNot());
        try (PostgresServer server = PostgresServer.start();
                SilentLink link = SilentLink.to(server.port());
                MessageStore store = open(impatient(link.through(StoreUnderTest.address(server, "sms"))))) {
            accept(store);
            link.cut();
            refusedInTime(store);
            takenAgain(store);
            assertThat(store.counts().toCompletableFuture()).succeedsWithin(RECOVERY);
            allIsThere(store);
        }
    }

    @Test
    void aStatementThatTakesFiveSecondsHoldsUpNobodyForLong() {
        StoreAddress address = StoreUnderTest.postgres();
        try (MessageStore store = open(address)) {
            accept(store);
            execute(
                    address,
                    "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                            + " 'BEGIN PERFORM pg_sleep(5); RETURN NEW; END'");
            execute(
                    address,
                    "CREATE TRIGGER slow BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.text = 'slow')"
                            + " EXECUTE FUNCTION slow()");
            Instant begin = Instant.now();
            var slow = store.accept(List.of(message("slow"))).toCompletableFuture();
            refusedInTime(store);
            await().atMost(ANSWER).until(slow::isCompletedExceptionally);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
            await().atMost(Duration.ofSeconds(5).plus(RECOVERY)).until(() -> tryAccept(store));
            allIsThere(store);
        }
    }

    @Test
    void aFileThatAnotherProcessHasLockedIsUsedAgain() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("sms.db");
        try (MessageStore store = open(StoreAddress.of(url))) {
            accept(store);
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                refusedInTime(store);
                refusedInTime(store);
                statement.execute("ROLLBACK");
            }
            takenAgain(store);
            allIsThere(store);
        }
    }

    private static MessageStore open(StoreAddress address) {
        return JdbcMessageStore.open(address, Timing.DEFAULT, Clock.systemUTC());
    }

    /** A connection that says nothing for two seconds is given up. */
    private static StoreAddress impatient(StoreAddress address) {
        return new StoreAddress(address.url() + "&socketTimeout=2", address.user(), address.password());
    }

    private void refusedInTime(MessageStore store) {
        Instant begin = Instant.now();
        assertThat(tryAccept(store)).isFalse();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(ANSWER);
    }

    private void takenAgain(MessageStore store) {
        await().atMost(RECOVERY).until(() -> tryAccept(store));
    }

    private void allIsThere(MessageStore store) {
        for (MessageId id : accepted) {
            assertThat(store.find(id).toCompletableFuture().join()).isPresent();
        }
        await().atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(store.drift().toCompletableFuture().join()).isZero());
    }

    private boolean tryAccept(MessageStore store) {
        try {
            accept(store);
            return true;
        } catch (CompletionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(SmsRejectedException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(Code.STORE_DOWN));
            return false;
        }
    }

    private void accept(MessageStore store) {
        accepted.addAll(
                store.accept(List.of(message("m"))).toCompletableFuture().join());
    }

    private static Message message(String text) {
        return Message.of(
                new PhoneNumber("+15551234567"), Body.text(text), Instant.now().plus(Duration.ofDays(1)));
    }

    private static void execute(StoreAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.user().orElseThrow(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
