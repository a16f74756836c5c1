package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteMaintenanceTest {

    @TempDir
    Path folder;

    private String url;
    private MessageStore store;

    @BeforeEach
    void open() {
        url = "jdbc:sqlite:" + folder.resolve("sms.db");
        store = JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC());
        get(store.registerGateway("us", UncertainPolicy.RETRY));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void copiesOneMomentWhileTheGatewayGoesOn() throws Exception {
        MessageId before = accept();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<List<MessageId>> meanwhile = CompletableFuture.supplyAsync(() -> {
            List<MessageId> accepted = new ArrayList<>();
            while (!enough.get()) {
                accepted.add(accept());
                sendOne();
            }
            return accepted;
        });
        List<Path> copies = new ArrayList<>();
        try (Maintenance maintenance = SqliteMaintenance.open(url)) {
            for (int i = 0; i < 5; i++) {
                copies.add(folder.resolve("copies/" + i + ".db"));
                maintenance.backup(copies.get(i));
                assertThat(maintenance.verify()).isEmpty();
            }
        }
        enough.set(true);

        assertThat(meanwhile.join()).isNotEmpty();
        for (Path copy : copies) {
            assertThat(copy.resolveSibling(copy.getFileName() + ".unfinished")).doesNotExist();
            try (MessageStore restored =
                    JdbcMessageStore.open("jdbc:sqlite:" + copy, Timing.DEFAULT, Clock.systemUTC())) {
                assertThat(get(restored.drift())).isZero();
                assertThat(get(restored.find(before))).isPresent();
            }
        }
    }

    @Test
    void knowsWhoWorksOnAStoreAndWhatItHolds() {
        accept();
        try (Maintenance maintenance = SqliteMaintenance.open(url)) {
            assertThat(maintenance.facts().format())
                    .isEqualTo(maintenance.facts().knownFormat())
                    .isPositive();
            assertThat(maintenance.facts().messages()).isEqualTo(1);
            assertThat(maintenance.facts().seen().orElseThrow())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    @Test
    void writesOverNothingAndSaysWhatThereIsNot() throws Exception {
        Path there = Files.writeString(folder.resolve("there"), "mine");
        try (Maintenance maintenance = SqliteMaintenance.open(url)) {
            assertThatThrownBy(() -> maintenance.backup(there)).hasMessageContaining("is there already");
            assertThat(there).hasContent("mine");
        }
        assertThatThrownBy(() -> SqliteMaintenance.open("jdbc:sqlite:" + folder.resolve("none.db")))
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("There is no store");
        assertThat(folder.resolve("none.db")).doesNotExist();
        assertThatThrownBy(() -> SqliteMaintenance.open("jdbc:sqlite::memory:")).hasMessageContaining("is no file");
    }

    /** Each rule has to find what breaks it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do not balance | UPDATE tally SET amount = amount + 2",
                "do not balance | DELETE FROM message WHERE state = 'QUEUED'",
                "a state that there is not | UPDATE message SET state = 'LOST'",
                "waits and is handed out | UPDATE message SET worker = 'x', due_at = 1 WHERE state = 'QUEUED'",
                "a process that does not exist | UPDATE message SET worker = 'x', due_at = NULL WHERE state = 'QUEUED'",
                "sent by nobody | UPDATE message SET state = 'SENDING'",
                "waits for no time | UPDATE message SET due_at = NULL WHERE state = 'QUEUED'",
                "would be sent again | UPDATE message SET due_at = 1 WHERE state = 'ENROUTE'",
                "a part that is not | UPDATE message SET state = 'DELIVERED' WHERE state = 'ENROUTE'",
                "beyond the last part | UPDATE part SET part = 0",
                "without its reference | UPDATE part SET reference = NULL",
                "a part of no message | UPDATE part SET message = 'x'",
                "an event of no message | UPDATE message_event SET message = 'x'",
                "format 99 | INSERT INTO schema_version (version) VALUES (99)",
            })
    void findsWhatMustNotBe(String finding, String damage) throws Exception {
        accept();
        sendOne();
        accept();
        try (Maintenance maintenance = SqliteMaintenance.open(url)) {
            assertThat(maintenance.verify()).isEmpty();
            execute(damage);
            assertThat(maintenance.verify()).anySatisfy(line -> assertThat(line).contains(finding));
            assertThatThrownBy(() -> maintenance.backup(folder.resolve("copy.db")))
                    .hasMessageContaining("not sound");
        }
        assertThat(folder.resolve("copy.db")).doesNotExist();
        assertThat(folder.resolve("copy.db.unfinished")).doesNotExist();
    }

    @Test
    void findsPagesThatAreDamaged() throws Exception {
        for (int i = 0; i < 300; i++) {
            accept();
        }
        store.close();
        Path file = folder.resolve("sms.db");
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 4; page < pages.length() / 4096; page++) {
                pages.seek(page * 4096 + 100);
                pages.write(new byte[3000]);
            }
        }

        try (Maintenance maintenance = SqliteMaintenance.open(file)) {
            assertThat(maintenance.verify()).isNotEmpty();
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        }
    }

    private MessageId accept() {
        return get(store.accept(List.of(Message.of(
                        new PhoneNumber("+15551234567"),
                        Body.text("x".repeat(100)),
                        Instant.now().plus(Duration.ofDays(1))))))
                .get(0);
    }

    private void sendOne() {
        get(store.handOutgoing("us", 1)).items().forEach(leased -> get(store.sent(leased.lease(), List.of("7"))));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
