package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Maintenance.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/** Reads what is known of a store, also of one whose format this program does not know. */
final class StoreFacts {

    private final Connection connection;

    StoreFacts(Connection connection) {
        this.connection = connection;
    }

    Facts read() throws SQLException {
        int format = (int)
                number("SELECT MAX(version) FROM schema_version").orElse(0L).longValue();
        return new Facts(
                format,
                Schema.VERSION,
                number("SELECT SUM(amount) FROM tally WHERE name LIKE 'accepted%'")
                        .orElse(0L),
                number("SELECT MAX(seen_at) FROM worker").map(Instant::ofEpochMilli));
    }

    private Optional<Long> number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return Optional.empty();
            }
            long value = row.getLong(1);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        }
    }
}
