package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.NewAccount;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.Target;
import io.github.camelsms.sms.account.AccountBook;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import java.util.List;
import java.util.Optional;

/** The groups {@code core} and {@code smsbox}: what holds for all. */
final class CoreImport {

    private final Target target;
    private final Report report;
    private final NumberLists lists;

    CoreImport(Target target, Report report, NumberLists lists) {
        this.target = target;
        this.report = report;
        this.lists = lists;
    }

    /** How numbers are written, by {@code unified-prefix}. */
    NumberForm form(Section core) {
        Optional<Item> item = core.find("unified-prefix");
        try {
            NumberForm form = new NumberForm(item.map(Item::value).orElse(""));
            form.home().ifPresent(country -> target.settings().set("sms.numbers.home", country));
            item.ifPresent(found -> {
                if (form.hasHome() && form.home().isEmpty()) {
                    report.decide(found, "set sms.numbers.home to the country whose national numbers begin with 0");
                } else {
                    report.imported(
                            found,
                            form.home()
                                    .map(country -> "sms.numbers.home = " + country)
                                    .orElse("what is always so here: 00 and + are the same"));
                }
            });
            return form;
        } catch (IllegalArgumentException e) {
            report.decide(item.orElseThrow(), Report.reason(e));
            return new NumberForm("");
        }
    }

    void core(Section core) {
        for (String directive : List.of(
                "white-list",
                "white-list-regex",
                "black-list",
                "black-list-regex",
                "white-list-sender",
                "white-list-sender-regex",
                "black-list-sender",
                "black-list-sender-regex")) {
            lists.read(core, directive, "", "from", target.incoming(), "delete");
        }
    }

    void smsbox(Section smsbox) {
        for (String directive : List.of("white-list", "white-list-regex", "black-list", "black-list-regex")) {
            lists.read(smsbox, directive, "", "number", target.outgoing(), "reject");
        }
        smsbox.find("sendsms-port")
                .ifPresent(item -> report.attempt(item, "the setting sms.http.port", () -> {
                    if (!item.value().matches("[0-9]{1,5}") || Integer.parseInt(item.value()) > 65_535) {
                        throw new IllegalArgumentException("it is no port");
                    }
                    target.settings().set("sms.http.port", item.value());
                }));
        smsbox.find("sendsms-interface")
                .filter(item -> !item.value().isBlank() && !item.value().equals("*"))
                .ifPresent(item -> report.attempt(item, "the setting sms.http.host", () -> target.settings()
                        .set("sms.http.host", item.value())));
        smsbox.find("sendsms-interface")
                .filter(item -> !report.isAnswered(item))
                .ifPresent(item -> report.decide(item, "it listens on 127.0.0.1 until sms.http.host says otherwise"));
        smsbox.find("sendsms-url").ifPresent(item -> {
            if (item.value().equals("/cgi-bin/sendsms")) {
                report.ignored(item, "that is where it is");
            } else {
                report.decide(item, "it is /cgi-bin/sendsms here: have the programs or a proxy change the path");
            }
        });
        smsbox.find("global-sender")
                .filter(item -> !item.value().isBlank())
                .ifPresent(item -> report.attempt(
                        item, "the sender of the group " + AccountBook.DEFAULT, () -> sender(item.value())));
    }

    private void sender(String sender) {
        target.account(new NewAccount(
                AccountEntry.group(AccountBook.DEFAULT).withTerms(Terms.NONE.with(Term.SENDERS, sender + ",*")),
                Optional.empty(),
                0));
    }
}
