package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.NewAccount;
import io.github.camelsms.routes.imports.Prefixes;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group {@code sendsms-user}: an account, and rules where Kannel changes what it sends. An account one of whose limits
 * cannot be kept is imported, and closed until somebody has decided.
 */
final class UserImport {

    private final Target target;
    private final Report report;
    private final Smscs smscs;
    private final NumberForm form;
    private final NumberLists lists;

    UserImport(Target target, Report report, Smscs smscs, NumberForm form, NumberLists lists) {
        this.target = target;
        this.report = report;
        this.smscs = smscs;
        this.form = form;
        this.lists = lists;
    }

    void read(Section section) {
        String name = section.value("username").or(() -> section.value("name")).orElse("");
        Map<Term, String> terms = new EnumMap<>(Term.class);
        UserRules rules = new UserRules(section, name, target.outgoing(), lists, report);
        try {
            AccountEntry.account(name);
        } catch (IllegalArgumentException e) {
            report.decide(section.head(), Report.reason(e));
            section.items().stream()
                    .filter(item -> !report.isAnswered(item))
                    .forEach(item -> report.ignored(
                            item,
                            "it belongs to the account of line "
                                    + section.head().line()));
            return;
        }
        boolean destinations = destinations(section, terms);
        boolean limits = rules.limit();
        boolean open = destinations && limits;
        gateways(section, terms, rules);
        section.find("default-sender")
                .filter(item -> !item.value().isBlank())
                .ifPresent(item -> term(item, terms, Term.SENDERS, item.value() + ",*"));
        rules.change();
        section.find("name").ifPresent(item -> term(item, terms, Term.DESCRIPTION, item.value()));
        addresses(section);
        if (!open) {
            terms.put(Term.ACTIVE, "false");
        }
        String title = "account " + Item.printable(name) + (open ? "" : ", which is closed until the rest is decided");
        report.attempt(
                section.head(),
                title,
                () -> target.account(new NewAccount(
                        AccountEntry.account(name).withTerms(Terms.NONE.with(terms)), section.value("password"), 0)));
        section.find("username").ifPresent(item -> report.imported(item, title));
        section.find("password").ifPresent(item -> password(item, name));
    }

    private void password(Item item, String name) {
        if (item.value().isBlank()) {
            report.decide(
                    item,
                    "nobody can use an account without one: sms-gateway account set " + Item.printable(name)
                            + " --password-file FILE");
        } else {
            report.imported(item, "its hash");
        }
    }

    private boolean destinations(Section section, Map<Term, String> terms) {
        List<String> allowed = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        boolean first = prefixes(section, "allowed-prefix", allowed);
        boolean second = prefixes(section, "denied-prefix", denied);
        List<String> written = new ArrayList<>();
        if (!allowed.isEmpty() && denied.isEmpty()) {
            allowed.forEach(prefix -> written.add("+" + prefix));
        } else if (!denied.isEmpty()) {
            written.add("*");
            Prefixes.minus(denied, allowed).forEach(prefix -> written.add("!+" + prefix));
        }
        if (!written.isEmpty()) {
            terms.put(Term.DESTINATIONS, String.join(",", written));
        }
        return first && second;
    }

    private boolean prefixes(Section section, String directive, List<String> digits) {
        Optional<Item> item = section.find(directive);
        if (item.isEmpty()) {
            return true;
        }
        try {
            digits.addAll(form.all(item.get().value()));
            report.imported(item.get(), "destinations of the account");
            return true;
        } catch (IllegalArgumentException e) {
            report.decide(item.get(), Report.reason(e));
            return false;
        }
    }

    private void gateways(Section section, Map<Term, String> terms, UserRules rules) {
        section.find("default-smsc")
                .ifPresent(item -> report.attempt(
                        item,
                        "the gateways of the account",
                        () -> terms.put(
                                Term.GATEWAY, smscs.carrying(item.value().strip()))));
        section.find("forced-smsc")
                .ifPresent(item -> report.attempt(item, "a rule that chooses the gateway", () -> {
                    String gateways = smscs.carrying(item.value().strip());
                    terms.put(Term.GATEWAY, gateways);
                    rules.add(item, Rule.action("edit", Map.of("header", "gateway", "value", gateways)));
                }));
    }

    private void addresses(Section section) {
        for (String directive : List.of("user-deny-ip", "user-allow-ip")) {
            section.find(directive).ifPresent(item -> {
                if (item.value().isBlank() || item.value().equals("*.*.*.*")) {
                    report.ignored(item, "that is all addresses or none");
                } else {
                    report.decide(item, "accounts are not bound to addresses: bind sms.http.host, or use a firewall");
                }
            });
        }
    }

    private void term(Item item, Map<Term, String> terms, Term term, String value) {
        report.attempt(item, "the " + term.word() + " of the account", () -> {
            Terms.NONE.with(term, value);
            terms.put(term, value);
        });
    }
}
