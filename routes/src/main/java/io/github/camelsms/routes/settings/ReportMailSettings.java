package io.github.camelsms.routes.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Mails that tell senders what became of their messages.
 *
 * @param states of which states, as {@code sms:reports} names them; empty when nobody is told by mail
 * @param original how much of the message goes back to its sender
 * @param accounts mailboxes by the names of accounts: told of the messages that name no mailbox of their own
 */
public record ReportMailSettings(Set<String> states, Original original, Map<String, MailAddress> accounts) {

    /** How much of a message goes back to its sender. */
    public enum Original {
        /** All of its text. */
        FULL,
        /** Its first words. */
        EXCERPT,
        /** Nothing but to whom and when. */
        HEADERS
    }

    private static final Map<String, Set<String>> KINDS = Map.of(
            "delayed", Set.of("DELAYED"),
            "failed", Set.of("UNDELIVERABLE", "EXPIRED", "REJECTED", "CANCELLED"),
            "delivered", Set.of("DELIVERED"));

    public ReportMailSettings {
        states = Set.copyOf(states);
        accounts = Map.copyOf(accounts);
    }

    static ReportMailSettings read(Map<String, String> values) throws InvalidSettingException {
        Set<String> states = new HashSet<>();
        for (String kind : Settings.list(SettingName.MAIL_REPORTS, values)) {
            if (!KINDS.containsKey(kind)) {
                throw Settings.invalid(SettingName.MAIL_REPORTS, kind, "some of delayed,failed,delivered, or nothing");
            }
            states.addAll(KINDS.get(kind));
        }
        return new ReportMailSettings(states, original(values), accounts(values));
    }

    private static Original original(Map<String, String> values) throws InvalidSettingException {
        String word = values.get(SettingName.MAIL_REPORTS_ORIGINAL.key());
        try {
            return Original.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Settings.invalid(SettingName.MAIL_REPORTS_ORIGINAL, word, "full, excerpt or headers");
        }
    }

    private static Map<String, MailAddress> accounts(Map<String, String> values) throws InvalidSettingException {
        Map<String, MailAddress> accounts = new HashMap<>();
        for (String pair : Settings.list(SettingName.MAIL_REPORTS_OF, values)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw Settings.invalid(
                        SettingName.MAIL_REPORTS_OF, pair, "accounts and their mailboxes: acme=ops@acme.example");
            }
            accounts.put(
                    pair.substring(0, equals).strip(),
                    MailSettings.address(
                            SettingName.MAIL_REPORTS_OF,
                            pair.substring(equals + 1).strip()));
        }
        return accounts;
    }
}
