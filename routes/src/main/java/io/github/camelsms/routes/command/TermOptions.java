package io.github.camelsms.routes.command;

import io.github.camelsms.routes.command.TextOptions.Row;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Term;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is agreed with an account or a group; an empty value takes it away. */
@Command
final class TermOptions {

    private static final List<Row> TERMS = List.of(
            row(Term.DESCRIPTION, "TEXT", "For people."),
            row(Term.GATEWAY, "ID,…", "Gateways where a request names none."),
            row(Term.ACTIVE, "true|false", "Whether anybody can use it."),
            row(Term.EXPIRES, "TIME", "2026-12-31 or 2026-12-31T12:00:00Z."),
            row(Term.LIMIT, "PARTS", "Parts a month; 0 is no limit."),
            row(Term.DAILY, "PARTS", "Parts a day; 0 is no limit."),
            row(Term.SENDERS, "NAME,…", "What it may show; * is any."),
            row(
                    Term.DESTINATIONS,
                    "WHERE,…",
                    "home, a country (CZ), a prefix (+420), a short code, *; ! in front takes out."),
            row(Term.RATE, "N/s|m|h|d", "Messages in a second, minute, hour or day."),
            row(Term.ROLES, "ROLE,…", "send, read, incoming, operator, admin."),
            row(Term.MAIL, "ADDRESS", "Who answers for it."));

    private TextOptions options;

    private static Row row(Term term, String label, String description) {
        return new Row(term.word(), label, description);
    }

    @Spec(Spec.Target.MIXEE)
    void of(CommandSpec command) {
        options = new TextOptions(command, TERMS);
    }

    /**
     * The entry with what was said.
     *
     * @throws IllegalArgumentException when a value is none
     */
    AccountEntry applyTo(AccountEntry entry) {
        Map<Term, String> changes = new EnumMap<>(Term.class);
        options.given().forEach((name, value) -> changes.put(Term.of(name).orElseThrow(), value));
        return entry.withTerms(entry.terms().with(changes));
    }
}
