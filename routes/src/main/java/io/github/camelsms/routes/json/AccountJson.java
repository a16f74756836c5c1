package io.github.camelsms.routes.json;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.account.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts and groups as fields, for the API and for the command line. Secrets stay inside. */
public final class AccountJson {

    private AccountJson() {}

    /**
     * @param source {@code settings} or {@code store}
     */
    public static Map<String, Object> of(AccountEntry entry, AccountUsage usage, String source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.name());
        json.put("source", source);
        if (entry.kind() == AccountEntry.Kind.ACCOUNT) {
            json.put("password", entry.password().isPresent());
            json.put("token", entry.token().isPresent());
            entry.group().ifPresent(group -> json.put("group", group));
        }
        entry.terms().values().forEach((term, value) -> json.put(term.word(), value(term, value)));
        json.put("thisMonth", usage.thisMonth());
        json.put("previousMonth", usage.previousMonth());
        usage.lastSent().ifPresent(time -> json.put("lastSent", time.toString()));
        return json;
    }

    private static Object value(Term term, String value) {
        return switch (term) {
            case ACTIVE -> Boolean.valueOf(value);
            case LIMIT, DAILY -> Long.valueOf(value);
            case SENDERS, DESTINATIONS, ROLES -> List.of(value.split(",", -1));
            default -> value;
        };
    }
}
