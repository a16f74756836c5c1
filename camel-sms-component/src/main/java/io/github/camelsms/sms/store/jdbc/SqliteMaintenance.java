package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** A SQLite file as a whole, on a connection of its own that only reads: the gateway's writer is not held up. */
public final class SqliteMaintenance implements Maintenance {

    private static final String PREFIX = "jdbc:sqlite:";
    private static final int BUSY_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;

    private SqliteMaintenance(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * @param url {@code jdbc:sqlite:FILE}
     * @throws SmsRejectedException with {@code STORE_DOWN} when there is no such file or it cannot be read
     */
    public static SqliteMaintenance open(String url) {
        if (!url.startsWith(PREFIX) || url.startsWith(PREFIX + ":")) {
            throw new SmsRejectedException(Code.STORE_DOWN, "The store " + url + " is no file");
        }
        return open(Path.of(url.substring(PREFIX.length())));
    }

    /** The same for a file, such as a backup. */
    public static SqliteMaintenance open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SmsRejectedException(Code.STORE_DOWN, "There is no store " + file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            return new SqliteMaintenance(file, config.createConnection(PREFIX + file));
        } catch (SQLException e) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN, "The store " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public Facts facts() {
        try {
            return new StoreFacts(connection).read();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    @Override
    public List<String> verify() {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(Soundness.pages(connection));
            if (findings.isEmpty()) {
                findings.addAll(Soundness.content(connection));
            }
        } catch (SQLException e) {
            findings.add("the file cannot be read to its end: " + e.getMessage());
        }
        return findings;
    }

    @Override
    public Facts backup(Path target) {
        try {
            WholeFile.write(target, unfinished -> {
                copyInto(unfinished);
                Soundness.require(verifyCopy(unfinished));
            });
        } catch (SQLException e) {
            throw failed(target, e);
        }
        try (SqliteMaintenance copy = open(target)) {
            return copy.facts();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /** One read transaction: the copy is what was committed when it began, without free pages. */
    private void copyInto(Path copy) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }

    private static List<String> verifyCopy(Path copy) {
        try (SqliteMaintenance written = open(copy)) {
            return written.verify();
        }
    }

    private static RuntimeException failed(Path what, SQLException e) {
        RuntimeException known = SqlFailures.explain(new SqliteDialect(), e);
        return known instanceof SmsRejectedException rejected && rejected.code() == Code.STORE_FULL
                ? new SmsRejectedException(Code.STORE_FULL, "There is no room for " + what, e)
                : known;
    }
}
