package io.github.camelsms.routes.command;

import io.github.camelsms.routes.json.AccountJson;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.account.Term;
import java.time.Instant;
import java.util.Map;

/** Accounts and groups as the commands show them. */
final class AccountView {

    private static final String LINE = "%-24s %-8s %-16s %10s %10s %10s  %-20s %s";

    private AccountView() {}

    static String header() {
        return LINE.formatted("NAME", "ACTIVE", "GROUP", "LIMIT", "THIS", "PREVIOUS", "LAST SENT", "DESCRIPTION")
                .stripTrailing();
    }

    static String line(AccountEntry entry, AccountUsage usage) {
        return LINE.formatted(
                        entry.name(),
                        entry.terms().get(Term.ACTIVE).filter("false"::equals).isPresent() ? "no" : "yes",
                        entry.group().orElse(""),
                        entry.terms().get(Term.LIMIT).orElse(""),
                        usage.thisMonth(),
                        usage.previousMonth(),
                        usage.lastSent()
                                .map(time -> Instant.ofEpochSecond(time.getEpochSecond())
                                        .toString())
                                .orElse("never"),
                        entry.terms().get(Term.DESCRIPTION).orElse(""))
                .stripTrailing();
    }

    static String json(AccountEntry entry, AccountUsage usage, String source) {
        return MessageView.json(fields(entry, usage, source));
    }

    static Map<String, Object> fields(AccountEntry entry, AccountUsage usage, String source) {
        return AccountJson.of(entry, usage, source);
    }
}
