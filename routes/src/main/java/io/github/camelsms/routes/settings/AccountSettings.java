package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code sms.accounts.NAME.password} and the other terms of accounts, {@code sms.groups.NAME.…}, and
 * {@code sms.gateways.ID.password} of those who deliver to us.
 */
final class AccountSettings {

    private static final String PASSWORD = "password";
    private static final String GROUP = "group";
    private static final String TERMS =
            Arrays.stream(Term.values()).map(Term::word).collect(Collectors.joining("|"));
    private static final Pattern ACCOUNT =
            Pattern.compile("sms\\.accounts\\.(.+)\\.(" + PASSWORD + "|" + GROUP + "|" + TERMS + ")");
    private static final Pattern GROUPS = Pattern.compile("sms\\.groups\\.(.+)\\.(" + TERMS + ")");
    private static final Pattern GATEWAY = Pattern.compile("sms\\.gateways\\.(.+)\\.password");

    private AccountSettings() {}

    static boolean isAccountKey(String key) {
        return ACCOUNT.matcher(key).matches()
                || GROUPS.matcher(key).matches()
                || GATEWAY.matcher(key).matches();
    }

    /** Accounts and groups, by kind and name. */
    static List<AccountEntry> read(Map<String, String> values, List<String> warnings) throws InvalidSettingException {
        Map<String, AccountEntry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : values.entrySet()) {
            Matcher account = ACCOUNT.matcher(setting.getKey());
            Matcher group = GROUPS.matcher(setting.getKey());
            try {
                if (account.matches()) {
                    String key = "account " + account.group(1);
                    AccountEntry entry = entries.getOrDefault(key, AccountEntry.account(account.group(1)));
                    entries.put(key, with(entry, account.group(2), setting.getValue(), warnings));
                } else if (group.matches()) {
                    String key = "group " + group.group(1);
                    AccountEntry entry = entries.getOrDefault(key, AccountEntry.group(group.group(1)));
                    entries.put(key, with(entry, group.group(2), setting.getValue(), warnings));
                }
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(setting.getKey() + ": " + e.getMessage(), e);
            }
        }
        for (AccountEntry entry : entries.values()) {
            if (entry.group().isPresent()
                    && !entries.containsKey("group " + entry.group().get())) {
                warnings.add("sms.accounts." + entry.name() + ".group: the settings have no group "
                        + entry.group().get() + "; one of the store is taken");
            }
        }
        return List.copyOf(entries.values());
    }

    /** Those who deliver to us. */
    static Accounts gateways(Map<String, String> values, List<String> warnings) throws InvalidSettingException {
        List<Account> gateways = new ArrayList<>();
        for (Map.Entry<String, String> setting : values.entrySet()) {
            Matcher matcher = GATEWAY.matcher(setting.getKey());
            if (matcher.matches()) {
                try {
                    gateways.add(new Account(
                            matcher.group(1), hash("gateway", matcher.group(1), setting.getValue(), warnings)));
                } catch (IllegalArgumentException e) {
                    throw new InvalidSettingException(setting.getKey() + ": " + e.getMessage(), e);
                }
            }
        }
        return new Accounts(gateways, Clock.systemUTC());
    }

    private static AccountEntry with(AccountEntry entry, String what, String value, List<String> warnings) {
        return switch (what) {
            case PASSWORD -> entry.withPassword(hash(Kind.ACCOUNT.word(), entry.name(), value, warnings));
            case GROUP -> entry.withGroup(Optional.of(value.strip()).filter(name -> !name.isEmpty()));
            default ->
                entry.withTerms(entry.terms()
                        .with(Term.of(what.toLowerCase(Locale.ROOT)).orElseThrow(), value));
        };
    }

    private static Optional<PasswordHash> hash(String word, String name, String password, List<String> warnings) {
        if (password.isBlank()) {
            warnings.add("the " + word + " " + name + " is disabled: its password is blank");
            return Optional.empty();
        }
        if (password.startsWith(PasswordHash.PREFIX)) {
            return Optional.of(PasswordHash.parse(password));
        }
        warnings.add("the password of the " + word + " " + name
                + " stands in plain text: better keep its hash, which ./sms-gateway account hash makes");
        return Optional.of(PasswordHash.of(password));
    }
}
