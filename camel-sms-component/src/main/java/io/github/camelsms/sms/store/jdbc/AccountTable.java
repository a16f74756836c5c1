package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts and groups. */
final class AccountTable {

    private static final String VERSION = "accounts-version";

    private record Row(
            Kind kind, String name, Optional<String> secret, Optional<String> token, Optional<String> group) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    Rows.text(row, "secret"),
                    Rows.text(row, "token"),
                    Rows.text(row, "member_of"));
        }

        AccountEntry with(Map<String, String> terms) {
            return new AccountEntry(kind, name, secret.map(PasswordHash::parse), token, group, Terms.of(terms));
        }
    }

    /** Grows with each change. */
    long version(Tx tx) throws SQLException {
        return tx.tallies().sum(List.of(VERSION));
    }

    List<AccountEntry> all(Tx tx) throws SQLException {
        Map<String, Map<String, String>> terms = new HashMap<>();
        tx.query("SELECT kind, name, term, value FROM account_term", row -> terms.computeIfAbsent(
                        row.getString("kind") + ":" + row.getString("name"), key -> new HashMap<>())
                .put(row.getString("term"), row.getString("value")));
        return tx.query("SELECT * FROM account ORDER BY kind, name", Row::of).stream()
                .map(row -> row.with(terms.getOrDefault(row.kind() + ":" + row.name(), Map.of())))
                .toList();
    }

    private Optional<AccountEntry> find(Tx tx, Kind kind, String name) throws SQLException {
        Optional<Row> row = tx.queryOne(
                "SELECT * FROM account WHERE kind = ? AND name = ?"
                        + tx.dialect().forUpdate(),
                Row::of,
                kind,
                name);
        Map<String, String> terms = new HashMap<>();
        tx.query(
                "SELECT term, value FROM account_term WHERE kind = ? AND name = ?",
                term -> terms.put(term.getString("term"), term.getString("value")),
                kind,
                name);
        return row.map(found -> found.with(terms));
    }

    void add(Tx tx, AccountEntry entry, Instant now) throws SQLException {
        if (find(tx, entry.kind(), entry.name()).isPresent()) {
            throw new SmsRejectedException(
                    Code.WRONG_STATE, "There is " + article(entry.kind()) + " of this name already");
        }
        checkGroup(tx, entry);
        tx.update(
                "INSERT INTO account (kind, name, secret, token, member_of, changed_at) VALUES (?,?,?,?,?,?)",
                entry.kind(),
                entry.name(),
                entry.password().map(PasswordHash::written),
                entry.token(),
                entry.group(),
                now);
        writeTerms(tx, entry);
    }

    /** Refused with {@code NOT_FOUND} when it is not there. */
    AccountEntry require(Tx tx, Kind kind, String name) throws SQLException {
        return find(tx, kind, name).orElseThrow(() -> none(kind));
    }

    AccountEntry change(Tx tx, Kind kind, String name, UnaryOperator<AccountEntry> change, Instant now)
            throws SQLException {
        AccountEntry after = change.apply(require(tx, kind, name));
        checkGroup(tx, after);
        tx.update(
                "UPDATE account SET secret = ?, token = ?, member_of = ?, changed_at = ? WHERE kind = ? AND name = ?",
                after.password().map(PasswordHash::written),
                after.token(),
                after.group(),
                now,
                kind,
                name);
        writeTerms(tx, after);
        return after;
    }

    void remove(Tx tx, Kind kind, String name) throws SQLException {
        if (find(tx, kind, name).isEmpty()) {
            throw none(kind);
        }
        boolean members = kind == Kind.GROUP
                && !tx.query("SELECT 1 FROM account WHERE member_of = ? LIMIT 1", row -> 1, name)
                        .isEmpty();
        if (members) {
            throw new SmsRejectedException(
                    Code.WRONG_STATE, "The group has members; give them another group, or remove them first");
        }
        tx.update("DELETE FROM account WHERE kind = ? AND name = ?", kind, name);
        tx.update("DELETE FROM account_term WHERE kind = ? AND name = ?", kind, name);
        tx.tallies().add(VERSION, 1);
    }

    private void checkGroup(Tx tx, AccountEntry entry) throws SQLException {
        if (entry.group().isPresent()
                && find(tx, Kind.GROUP, entry.group().get()).isEmpty()) {
            throw new SmsRejectedException(Code.WRONG_STATE, "There is no group of that name; add it first");
        }
    }

    private static void writeTerms(Tx tx, AccountEntry entry) throws SQLException {
        tx.update("DELETE FROM account_term WHERE kind = ? AND name = ?", entry.kind(), entry.name());
        for (Map.Entry<Term, String> term : entry.terms().values().entrySet()) {
            tx.update(
                    "INSERT INTO account_term (kind, name, term, value) VALUES (?,?,?,?)",
                    entry.kind(),
                    entry.name(),
                    term.getKey().word(),
                    term.getValue());
        }
        tx.tallies().add(VERSION, 1);
    }

    private static SmsRejectedException none(Kind kind) {
        return new SmsRejectedException(Code.NOT_FOUND, "There is no " + kind.word() + " of this name in the store");
    }

    private static String article(Kind kind) {
        return kind == Kind.ACCOUNT ? "an account" : "a group";
    }
}
