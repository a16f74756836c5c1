package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is always so in a sound store. Each rule is a query for what breaks it. */
final class Soundness {

    private static final int SHOWN = 20;
    private static final long DAY_MILLIS = 86_400_000;
    private static final String OK = "ok";
    private static final String ENDED = names(true) + ",'" + MessageState.ENROUTE + "'";
    private static final String ALL = names(true) + "," + names(false);

    /** @param sql finds what breaks the rule, named by its first column */
    private record Rule(String finding, String sql) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "a message in a state that there is not",
                    "SELECT id FROM message WHERE state NOT IN (" + ALL + ")"),
            new Rule(
                    "a message that waits and is handed out at once",
                    "SELECT id FROM message WHERE due_at IS NOT NULL AND worker IS NOT NULL"),
            new Rule(
                    "a message that is handed out to a process that does not exist",
                    "SELECT id FROM message WHERE worker IS NOT NULL AND worker NOT IN (SELECT id FROM worker)"),
            new Rule(
                    "a message that is being sent by nobody",
                    "SELECT id FROM message WHERE state = 'SENDING' AND worker IS NULL"),
            new Rule(
                    "a message that waits for no time",
                    "SELECT id FROM message WHERE state IN ('QUEUED','SCHEDULED') AND due_at IS NULL AND worker IS NULL"),
            new Rule(
                    "a message that waits until long after its end",
                    "SELECT id FROM message WHERE due_at > expires_at + " + DAY_MILLIS),
            new Rule(
                    "a message that the network has or that has ended, and that would be sent again",
                    "SELECT id FROM message WHERE state IN (" + ENDED
                            + ") AND (due_at IS NOT NULL OR worker IS NOT NULL)"),
            new Rule(
                    "a message with two final outcomes",
                    "SELECT message FROM outcome WHERE kind = 'FINAL' GROUP BY message HAVING COUNT(*) > 1"),
            new Rule(
                    "a delivered message with a part that is not",
                    "SELECT DISTINCT p.message FROM part p JOIN message m ON m.id = p.message"
                            + " WHERE m.state = 'DELIVERED' AND p.state <> 'DELIVERED'"),
            new Rule(
                    "a part beyond the last part of its message",
                    "SELECT p.message FROM part p JOIN message m ON m.id = p.message"
                            + " WHERE p.part < 1 OR (m.parts > 0 AND p.part > m.parts)"),
            new Rule(
                    "a part that the network has, without its reference",
                    "SELECT message FROM part WHERE state <> 'SENDING' AND reference IS NULL"),
            damaged("message"),
            damaged("incoming"),
            damaged("outcome"),
            new Rule("a part of no message", orphans("part")),
            new Rule("an event of no message", orphans("message_event")),
            new Rule("an outcome of no message", orphans("outcome")),
            new Rule(
                    "a count of waiting messages that is wrong",
                    "SELECT name FROM (SELECT substr(name, 1, 16) || substr(name, 19) AS name, amount FROM tally"
                            + " WHERE name LIKE 'waiting-%'"
                            + " UNION ALL SELECT '" + Waiting.GATEWAY + "' || target, -COUNT(*) FROM message"
                            + " WHERE state NOT IN (" + ENDED + ") GROUP BY target"
                            + " UNION ALL SELECT '" + Waiting.ACCOUNT + "' || account, -COUNT(*) FROM message"
                            + " WHERE state NOT IN (" + ENDED + ") AND account IS NOT NULL GROUP BY account) AS counts"
                            + " GROUP BY name HAVING SUM(amount) <> 0"),
            new Rule(
                    "a count of what an account has sent that is wrong",
                    "SELECT owner || ' ' || month FROM (SELECT owner, month, parts FROM account_usage"
                            + " WHERE shard >= 0"
                            + " UNION ALL SELECT 'account:' || account, charge_month, -charged FROM message"
                            + " WHERE charge_month IS NOT NULL"
                            + " UNION ALL SELECT charge_group, charge_month, -charged FROM message"
                            + " WHERE charge_group IS NOT NULL) AS counts"
                            + " GROUP BY owner, month HAVING SUM(parts) <> 0"),
            new Rule(
                    "a gateway of a process that does not exist",
                    "SELECT id FROM gateway WHERE worker NOT IN (SELECT id FROM worker)"),
            leased("a received message", "incoming"),
            leased("an outcome", "outcome"));

    private Soundness() {}

    /** Damaged pages and indexes of a SQLite file. */
    static List<String> pages(Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>(column(connection, "PRAGMA integrity_check(" + SHOWN + ")"));
        findings.remove(OK);
        column(connection, "PRAGMA foreign_key_check")
                .forEach(table -> findings.add("a row of " + table + " points to one that is not there"));
        return findings;
    }

    /** Rows that do not fit together. */
    static List<String> content(Connection connection) throws SQLException {
        int format = Integer.parseInt(one(connection, "SELECT COALESCE(MAX(version), 0) FROM schema_version"));
        if (format != Schema.VERSION) {
            return List.of("the store has format " + format + ", this program knows format " + Schema.VERSION
                    + "; verify it with the program that wrote it");
        }
        List<String> findings = new ArrayList<>();
        long drift = Long.parseLong(one(
                connection,
                "SELECT COALESCE((SELECT SUM(amount) FROM tally WHERE name LIKE 'accepted%'), 0)"
                        + " - (SELECT COUNT(*) FROM message)"));
        if (drift != 0) {
            findings.add("the books do not balance: accepted messages less those that are there is " + drift);
        }
        for (Rule rule : RULES) {
            List<String> found = column(connection, rule.sql());
            found.stream().limit(SHOWN).forEach(name -> findings.add(rule.finding() + ": " + name));
            if (found.size() > SHOWN) {
                findings.add(rule.finding() + ": and more");
            }
        }
        return findings;
    }

    /**
     * @throws SmsRejectedException with {@code STORE_DOWN} when there are findings
     */
    static void require(List<String> findings) {
        if (!findings.isEmpty()) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN,
                    "The store is not sound and was not copied (store verify tells all): " + findings.get(0));
        }
    }

    private static Rule leased(String what, String table) {
        return new Rule(
                what + " that waits and is handed out at once, or to a process that does not exist",
                "SELECT id FROM " + table + " WHERE worker IS NOT NULL"
                        + " AND (due_at IS NOT NULL OR worker NOT IN (SELECT id FROM worker))");
    }

    private static Rule damaged(String table) {
        return new Rule(
                "a row of table " + table + " that makes no sense and was set aside",
                "SELECT id FROM " + table + " WHERE worker IS NULL AND due_at IS NULL AND reason LIKE '"
                        + Leases.DAMAGED + "%'");
    }

    private static String orphans(String table) {
        return "SELECT DISTINCT message FROM " + table + " WHERE message NOT IN (SELECT id FROM message)";
    }

    private static String names(boolean ended) {
        return Arrays.stream(MessageState.values())
                .filter(state -> state.isFinal() == ended)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(","));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return column(connection, sql).get(0);
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(SHOWN + 1);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
        }
        return values;
    }
}
