package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.UncertainPolicy;
import io.github.camelsms.testing.SettableClock;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R33: the stores of all earlier formats open, and what is in them goes on. See {@link StoreFixture}. */
class MigrationTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();

    static IntStream formats() {
        return IntStream.rangeClosed(1, Schema.VERSION);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everythingInAnEarlierStoreGoesOn(int format) throws Exception {
        Path file = copy(format);
        clock.advance(Duration.ofHours(1));
        try (MessageStore store = open(file)) {
            get(store.registerGateway("us", UncertainPolicy.RETRY));
            get(store.registerGateway("eu", UncertainPolicy.HOLD));
            Map<String, MessageRecord> texts = byText(store);
            // the worker that had them is dead: one was being sent, the other one had begun
            assertThat(texts.remove("SENDING").state()).isEqualTo(MessageState.UNCERTAIN);
            assertThat(texts.remove("BEGUN").references()).containsExactly("45");
            assertThat(texts.remove("CHOICE").message().gateways()).isEqualTo(GatewayChoice.parse("us,eu"));
            assertThat(texts).hasSize(10).allSatisfy((text, message) -> assertThat(
                            message.state().name())
                    .isEqualTo(text));
            MessageId queued = texts.get("QUEUED").id();
            IdempotencyKey key = new IdempotencyKey(Optional.of("acme"), StoreFixture.KEY);
            assertThat(get(store.accept(key, List.of(StoreFixture.queuedAt(clock.instant())))))
                    .as("the key is known")
                    .containsExactly(queued);
            assertThat(get(store.replyLinks(StoreFixture.PHONE.value()))).containsExactly(StoreFixture.MAILBOX);
            assertThat(get(store.handIncoming(10)).items().stream().map(Leased::item))
                    .extracting(Incoming::body)
                    .containsExactly(Body.text("WAITING"));
            assertThat(get(store.handReports(10)).items()).hasSize(5);

            get(store.unregisterGateway("eu"));
            clock.advance(Duration.ofHours(2));
            get(store.tick());
            sendAll(store);

            assertThat(byText(store)).allSatisfy((text, message) -> assertThat(message.state())
                    .isEqualTo(
                            switch (text) {
                                case "SENDING", "BEGUN", "CHOICE", "QUEUED", "SCHEDULED" -> MessageState.ENROUTE;
                                default -> MessageState.valueOf(text);
                            }));
            assertThat(get(store.drift())).isZero();
        }
        try (Maintenance whole = SqliteMaintenance.open(file)) {
            assertThat(whole.verify()).isEmpty();
            assertThat(whole.facts().format()).isEqualTo(Schema.VERSION);
        }
    }

    /** All steps or none: what fails in the middle leaves the file in its old format. */
    @Test
    void aStepThatFailsLeavesTheStoreAsItWas() throws Exception {
        Path file = copy(1);
        execute(file, "CREATE TABLE known_gateway (id TEXT)");

        assertThatThrownBy(() -> open(file)).hasMessageContaining("known_gateway");

        execute(file, "DROP TABLE known_gateway");
        try (Maintenance whole = SqliteMaintenance.open(file)) {
            assertThat(whole.facts().format()).isEqualTo(1);
        }
        open(file).close();
        try (Maintenance whole = SqliteMaintenance.open(file)) {
            assertThat(whole.facts().format()).isEqualTo(Schema.VERSION);
        }
    }

    private void sendAll(MessageStore store) {
        for (List<Leased<Message>> next = next(store); !next.isEmpty(); next = next(store)) {
            Lease lease = next.get(0).lease();
            get(store.sent(lease, List.of("7")));
        }
    }

    private static List<Leased<Message>> next(MessageStore store) {
        return get(store.handOutgoing("us", 1)).items();
    }

    private Map<String, MessageRecord> byText(MessageStore store) {
        Map<String, MessageRecord> texts = new HashMap<>();
        get(store.search(Search.newest(100)))
                .forEach(message -> texts.put(((Body.Text) message.message().body()).value(), message));
        return texts;
    }

    private MessageStore open(Path file) {
        return JdbcMessageStore.open("jdbc:sqlite:" + file, Timing.DEFAULT, clock);
    }

    private Path copy(int format) throws Exception {
        Path file = folder.resolve("store-" + format + ".db");
        try (InputStream in = MigrationTest.class.getResourceAsStream("store-" + format + ".db")) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void execute(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
