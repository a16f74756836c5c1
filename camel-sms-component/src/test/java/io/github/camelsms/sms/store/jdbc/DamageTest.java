package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R5: what is on the disk is not what was written there. What is damaged is set aside and said, the others go on. */
class DamageTest {

    private static final int MESSAGES = 50;
    private static final int ROUNDS = Integer.getInteger("sms.damage.rounds", 100);

    @TempDir
    Path folder;

    private Path file;
    private final List<MessageId> accepted = new ArrayList<>();

    @BeforeEach
    void fill() {
        file = folder.resolve("sms.db");
        try (MessageStore store = open(file)) {
            for (int i = 0; i < MESSAGES; i++) {
                accepted.addAll(get(store.accept(List.of(Message.of(
                        new PhoneNumber("+1555123" + (1000 + i)),
                        Body.text("text " + i),
                        Instant.now().plus(Duration.ofDays(1)))))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipient = 'nobody'",
                "recipient = ''",
                "gateways = '@@@'",
                "attributes = 'x'",
                "attributes = '7:'",
                "state = 'QUEVED'",
                "priority = 3, attempts = 'many'",
                "text = NULL, data = NULL",
                "expires_at = 9223372036854775807",
                "expires_at = 'never'",
                "not_before = 'x'",
                "due_at = 'x'",
                "sender = x'00ff'",
                "size = -7"
            })
    void aRowThatMakesNoSenseHoldsUpNobody(String damage) throws Exception {
        MessageId damaged = accepted.get(7);
        execute("UPDATE message SET " + damage + " WHERE id = '" + damaged + "'");
        Set<MessageId> others = new HashSet<>(accepted);
        others.remove(damaged);

        try (MessageStore store = open(file)) {
            Set<MessageId> handed = handAll(store);
            get(store.tick());

            assertThat(handed).containsAll(others);
            assertThat(get(store.search(Search.newest(100))))
                    .extracting(found -> found.id())
                    .containsAll(others);
            if (!handed.contains(damaged)) {
                assertThat(verify(file)).as("what was not handed out is found").anySatisfy(line -> assertThat(line)
                        .contains(damaged.value()));
            }
        }
    }

    @Test
    void anIndexThatHasLostARowIsMadeAnew() throws Exception {
        changeBehindTheIndex();

        try (MessageStore store = open(file)) {
            assertThat(handAll(store)).containsExactlyInAnyOrderElementsOf(accepted);
        }
    }

    /** Octets of the file changed at random: it works, or it says that it does not; nothing hangs, no one crashes. */
    @Test
    void anyOctetThatChangesIsBorneOrSaid() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(5);
        int worked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = sound.clone();
            octets[random.nextInt(octets.length)] ^= (byte) (1 + random.nextInt(255));
            Path copy = Files.write(folder.resolve("damaged" + round + ".db"), octets);
            try (MessageStore store = open(copy)) {
                Set<MessageId> missing = new HashSet<>(accepted);
                missing.removeAll(handAll(store));
                missing.removeIf(id -> isStillToCome(store, id));
                if (missing.isEmpty()) {
                    worked++;
                } else {
                    assertThat(verify(copy)).as("round " + round).isNotEmpty();
                }
            } catch (SmsRejectedException | CompletionException said) {
                assertThat(said).as("round " + round).hasRootCauseInstanceOf(SQLException.class);
            }
        }
        assertThat(worked).isGreaterThan(ROUNDS * 3 / 4);
    }

    private Set<MessageId> handAll(MessageStore store) {
        Set<MessageId> handed = new HashSet<>();
        List<Leased<Message>> items = get(store.handOutgoing("us", 7)).items();
        while (!items.isEmpty()) {
            for (Leased<Message> item : items) {
                get(store.sent(item.lease(), List.of("r" + item.lease().id())));
                handed.add(item.lease().id());
            }
            items = get(store.handOutgoing("us", 7)).items();
        }
        return handed;
    }

    /** An octet of its time was changed. */
    private static boolean isStillToCome(MessageStore store, MessageId id) {
        return get(store.search(Search.newest(MESSAGES))).stream()
                .filter(message -> message.id().equals(id))
                .flatMap(message -> message.dueAt().stream())
                .anyMatch(Instant.now()::isBefore);
    }

    private static List<String> verify(Path file) {
        try (Maintenance maintenance = Databases.maintenance(StoreAddress.of("jdbc:sqlite:" + file))) {
            return maintenance.verify();
        }
    }

    private static MessageStore open(Path file) {
        MessageStore store = JdbcMessageStore.open("jdbc:sqlite:" + file, Timing.DEFAULT, Clock.systemUTC());
        try {
            get(store.registerGateway("us", UncertainPolicy.RETRY));
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Changes a column while the index over it is not known. */
    private void changeBehindTheIndex() throws Exception {
        String index = "WHERE name = 'message_due'";
        execute(
                "PRAGMA writable_schema = ON",
                "CREATE TABLE kept AS SELECT * FROM sqlite_schema " + index,
                "DELETE FROM sqlite_schema " + index);
        execute("UPDATE message SET due_at = due_at - 1 WHERE id > '" + accepted.get(20) + "'");
        execute("PRAGMA writable_schema = ON", "INSERT INTO sqlite_schema SELECT * FROM kept", "DROP TABLE kept");
    }

    private void execute(String... script) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : script) {
                statement.execute(sql);
            }
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
