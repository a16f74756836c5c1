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
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresMaintenanceTest {

    @TempDir
    Path folder;

    private StoreAddress address;
    private MessageStore store;

    @BeforeEach
    void open() {
        address = StoreUnderTest.postgres();
        store = JdbcMessageStore.open(address, Timing.DEFAULT, Clock.systemUTC());
        get(store.registerGateway("us", UncertainPolicy.RETRY));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCopyBringsTheStoreBack() throws Exception {
        MessageId sent = accept();
        get(store.handOutgoing("us", 1)).items().forEach(leased -> get(store.sent(leased.lease(), List.of("7"))));
        MessageId waiting = accept();
        Path copy = folder.resolve("copies/sms.dump");
        try (Maintenance maintenance = Databases.maintenance(address)) {
            assertThat(maintenance.verify()).isEmpty();
            assertThat(maintenance.backup(copy).messages()).isEqualTo(2);
            accept();
            assertThat(maintenance.facts().messages()).isEqualTo(3);
        }

        store.close();
        execute("DROP SCHEMA " + schema() + " CASCADE");
        restore(copy);

        try (MessageStore restored = JdbcMessageStore.open(address, Timing.DEFAULT, Clock.systemUTC())) {
            assertThat(get(restored.drift())).isZero();
            assertThat(get(restored.find(sent))).isPresent();
            assertThat(get(restored.find(waiting))).isPresent();
            assertThat(get(restored.accept(List.of(message())))).hasSize(1);
        }
    }

    @Test
    void whatIsNotSoundIsFoundAndNotCopied() throws Exception {
        accept();
        execute("UPDATE message SET due_at = NULL");
        Path copy = folder.resolve("sms.dump");
        try (Maintenance maintenance = Databases.maintenance(address)) {
            assertThat(maintenance.verify())
                    .anySatisfy(line -> assertThat(line).startsWith("a message that waits for no time"));
            assertThatThrownBy(() -> maintenance.backup(copy))
                    .isInstanceOf(SmsRejectedException.class)
                    .hasMessageContaining("not sound");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Databases.maintenance(StoreAddress.of("jdbc:postgresql://127.0.0.1:1/sms")))
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("cannot be opened");
    }

    private void restore(Path copy) throws Exception {
        String server = address.url().replaceFirst("jdbc:", "").replaceFirst("\\?.*", "");
        assertThat(new ProcessBuilder(
                                "pg_restore",
                                "--exit-on-error",
                                "--username=" + address.user().orElseThrow(),
                                "--dbname=" + server,
                                copy.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private MessageId accept() {
        return get(store.accept(List.of(message()))).get(0);
    }

    private static Message message() {
        return Message.of(
                new PhoneNumber("+15551234567"), Body.text("x"), Instant.now().plus(Duration.ofDays(1)));
    }

    private String schema() {
        return address.url().replaceFirst(".*currentSchema=", "");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.user().orElseThrow(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
