package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfANewerProgramIsRefusedAndLeftAlone() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("new.db");
        JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC()).close();
        execute(url, "INSERT INTO schema_version (version) VALUES (99)");

        assertThatThrownBy(() -> JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC()))
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining("format 99")
                .hasMessageContaining("use the newer program");
        execute(url, "DELETE FROM schema_version WHERE version = 99");
        JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC()).close();
    }

    @Test
    void theFileIsWrittenAheadAndSynced() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("deep/down/sms.db");
        try (SqliteDatabase database = SqliteDatabase.open(url);
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(one(statement, "PRAGMA synchronous")).as("FULL").isEqualTo("2");
        }
    }

    @Test
    void aSecondGatewayOnTheSameFileIsRefused() {
        String url = "jdbc:sqlite:" + folder.resolve("sms.db");
        try (JdbcMessageStore first = JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC())) {
            assertThatThrownBy(() -> JdbcMessageStore.open(url, Timing.DEFAULT, Clock.systemUTC()))
                    .isInstanceOf(SmsRejectedException.class)
                    .hasMessageContaining("in use by another gateway");
            assertThat(first.drift().toCompletableFuture().join()).isZero();
        }
    }

    @Test
    void aStoreOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> JdbcMessageStore.open("jdbc:h2:mem:x", Timing.DEFAULT, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:sqlite:");
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
