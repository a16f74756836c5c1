package io.github.camelsms.routes.command;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is agreed with an account or a group; an empty value takes it away. */
final class TermOptions {

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private String description;

    @Option(names = "--gateway", paramLabel = "ID,…", description = "Gateways where a request names none.")
    private String gateway;

    @Option(names = "--active", paramLabel = "true|false", description = "Whether anybody can use it.")
    private String active;

    @Option(names = "--expires", paramLabel = "TIME", description = "2026-12-31 or 2026-12-31T12:00:00Z.")
    private String expires;

    @Option(names = "--limit", paramLabel = "PARTS", description = "Parts a month; 0 is no limit.")
    private String limit;

    @Option(names = "--daily", paramLabel = "PARTS", description = "Parts a day; 0 is no limit.")
    private String daily;

    @Option(names = "--senders", paramLabel = "NAME,…", description = "What it may show; * is any.")
    private String senders;

    @Option(
            names = "--destinations",
            paramLabel = "WHERE,…",
            description = "home, a country (CZ), a prefix (+420), a short code, *; ! in front takes out.")
    private String destinations;

    @Option(names = "--rate", paramLabel = "N/s|m|h|d", description = "Messages in a second, minute, hour or day.")
    private String rate;

    @Option(names = "--roles", paramLabel = "ROLE,…", description = "send, read, incoming, operator, admin.")
    private String roles;

    @Option(names = "--mail", paramLabel = "ADDRESS", description = "Who answers for it.")
    private String mail;

    /** The entry with what was said; throws when a value is none. */
    AccountEntry applyTo(AccountEntry entry) {
        Map<Term, String> changes = new EnumMap<>(Term.class);
        put(changes, Term.DESCRIPTION, description);
        put(changes, Term.GATEWAY, gateway);
        put(changes, Term.ACTIVE, active);
        put(changes, Term.EXPIRES, expires);
        put(changes, Term.LIMIT, limit);
        put(changes, Term.DAILY, daily);
        put(changes, Term.SENDERS, senders);
        put(changes, Term.DESTINATIONS, destinations);
        put(changes, Term.RATE, rate);
        put(changes, Term.ROLES, roles);
        put(changes, Term.MAIL, mail);
        Terms terms = entry.terms().with(changes);
        return entry.withTerms(terms);
    }

    private static void put(Map<Term, String> changes, Term term, String value) {
        if (value != null) {
            changes.put(term, value);
        }
    }
}
