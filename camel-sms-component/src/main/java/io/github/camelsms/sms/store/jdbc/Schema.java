package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The version of the tables: each step is a file {@code schema-N.sql}, and all missing steps run in one transaction. A
 * file that newer code has written is refused, never guessed at.
 */
final class Schema {

    static final int VERSION = 4;

    private Schema() {}

    static void migrate(Database database) {
        try {
            Connection connection = database.connection();
            database.begin();
            database.dialect().lock(new Tx(connection, database.dialect()), "schema");
            int found = version(connection);
            if (found > VERSION) {
                throw new SmsRejectedException(
                        Code.STORE_DOWN,
                        "The store has format " + found + ", this program knows formats up to " + VERSION
                                + "; use the newer program");
            }
            for (int step = found + 1; step <= VERSION; step++) {
                apply(connection, database.dialect().schema(script(step)), step);
            }
            database.commit();
        } catch (SQLException e) {
            throw SqlFailures.explain(database.dialect(), e);
        }
    }

    /** Refuses a store whose format is another one: people's tools change no format. */
    static void require(Database database) {
        try {
            database.begin();
            int found = version(database.connection());
            database.rollback();
            if (found != VERSION) {
                throw new SmsRejectedException(
                        Code.STORE_DOWN,
                        "The store has format " + found + ", this program works on format " + VERSION
                                + "; start the gateway of this version once, or use the program of that format");
            }
        } catch (SQLException e) {
            throw SqlFailures.explain(database.dialect(), e);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
            try (ResultSet row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void apply(Connection connection, String script, int step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\s*\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO schema_version (version) VALUES (" + step + ")");
        }
    }

    private static String script(int step) {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + step + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
