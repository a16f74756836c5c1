package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sms.accounts.NAME.password}, and {@code sms.gateways.ID.password} of those who deliver to us. */
final class AccountSettings {

    /** Whose passwords these are. */
    enum Kind {
        ACCOUNT("accounts", "account"),
        GATEWAY("gateways", "gateway");

        private final Pattern key;
        private final String word;

        Kind(String group, String word) {
            this.key = Pattern.compile("sms\\." + group + "\\.(.+)\\.password");
            this.word = word;
        }
    }

    private AccountSettings() {}

    static boolean isAccountKey(String key) {
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> kind.key.matcher(key).matches());
    }

    static Accounts read(Kind kind, Map<String, String> values, List<String> warnings) throws InvalidSettingException {
        List<Account> accounts = new ArrayList<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Matcher matcher = kind.key.matcher(entry.getKey());
            if (matcher.matches()) {
                accounts.add(account(kind, matcher.group(1), entry.getKey(), entry.getValue(), warnings));
            }
        }
        return new Accounts(accounts, Clock.systemUTC());
    }

    private static Account account(Kind kind, String name, String key, String password, List<String> warnings)
            throws InvalidSettingException {
        try {
            if (password.isBlank()) {
                warnings.add("the " + kind.word + " " + name + " is disabled: its password is blank");
                return new Account(name, Optional.empty());
            }
            if (password.startsWith(PasswordHash.PREFIX)) {
                return new Account(name, Optional.of(PasswordHash.parse(password)));
            }
            warnings.add("the password of the " + kind.word + " " + name
                    + " stands in plain text: better keep its hash, " + "pbkdf2$sha256$600000$SALT$HASH");
            return new Account(name, Optional.of(PasswordHash.of(password)));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(key + ": " + e.getMessage(), e);
        }
    }
}
