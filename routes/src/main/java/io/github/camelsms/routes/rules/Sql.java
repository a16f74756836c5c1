package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.settings.RuleSettings.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/**
 * Runs a statement with values of the message: {@code INSERT INTO sent (phone, said) VALUES (:number, :body)}. A value is
 * bound, it never becomes part of the statement. With {@code output} the first value that a query finds becomes that
 * field.
 */
final class Sql implements Action {

    private static final int PATIENCE_SECONDS = 5;
    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|::|:([A-Za-z]+)");

    private final Database database;
    private final String statement;
    private final List<String> values = new ArrayList<>();
    private final Optional<String> output;

    Sql(Options options, Map<String, Database> databases) {
        String name = options.required("database");
        this.database = Optional.ofNullable(databases.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no database " + name + ": set sms.sql." + name + ".url"));
        String written = options.required("statement");
        Matcher matcher = VALUE.matcher(written);
        StringBuilder prepared = new StringBuilder();
        while (matcher.find()) {
            boolean value = matcher.group(1) != null;
            if (value) {
                values.add(matcher.group(1));
            }
            matcher.appendReplacement(prepared, value ? "?" : Matcher.quoteReplacement(matcher.group()));
        }
        this.statement = matcher.appendTail(prepared).toString();
        this.output = options.text("output").map(RuleFields::writable);
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        List<String> bound = values.stream()
                .map(name -> RuleFields.read(exchange.getMessage(), name).orElse(""))
                .toList();
        if (output.isEmpty()) {
            Steps.effect(exchange, "SQL: " + statement, () -> execute(bound));
            return;
        }
        Steps.explain(exchange, "SQL: " + statement + ": " + output.get() + " becomes what it finds");
        if (!Steps.isDryRun(exchange)) {
            RuleFields.write(exchange.getMessage(), output.get(), execute(bound));
        }
    }

    /** The first value of the first row; an empty text where there is none. */
    private String execute(List<String> bound) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setQueryTimeout(PATIENCE_SECONDS);
            for (int i = 0; i < bound.size(); i++) {
                prepared.setString(i + 1, bound.get(i));
            }
            if (!prepared.execute()) {
                return "";
            }
            try (ResultSet rows = prepared.getResultSet()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)).orElse("") : "";
            }
        }
    }
}
