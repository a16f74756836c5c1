package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Columns that may hold nothing, and columns that only together mean something. */
final class Rows {

    private Rows() {}

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Columns {@code text} and {@code data}, one of which is filled. */
    static Body body(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return text != null ? Body.text(text) : Body.data(row.getBytes("data"));
    }

    static Optional<String> textOf(Body body) {
        return body instanceof Body.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    static Optional<byte[]> dataOf(Body body) {
        return body instanceof Body.Data data ? Optional.of(data.octets().toArray()) : Optional.empty();
    }
}
