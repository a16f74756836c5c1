package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sms.accounts.NAME.password}. */
final class AccountSettings {

    private static final Pattern KEY = Pattern.compile("sms\\.accounts\\.(.+)\\.password");

    private AccountSettings() {}

    static boolean isAccountKey(String key) {
        return KEY.matcher(key).matches();
    }

    static Accounts read(Map<String, String> values, List<String> warnings) throws InvalidSettingException {
        List<Account> accounts = new ArrayList<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Matcher matcher = KEY.matcher(entry.getKey());
            if (matcher.matches()) {
                accounts.add(account(matcher.group(1), entry.getKey(), entry.getValue(), warnings));
            }
        }
        return new Accounts(accounts, Clock.systemUTC());
    }

    private static Account account(String name, String key, String password, List<String> warnings)
            throws InvalidSettingException {
        try {
            if (password.isBlank()) {
                warnings.add("the account " + name + " is disabled: its password is blank");
                return new Account(name, Optional.empty());
            }
            if (password.startsWith(PasswordHash.PREFIX)) {
                return new Account(name, Optional.of(PasswordHash.parse(password)));
            }
            warnings.add("the password of the account " + name + " stands in plain text: better keep its hash, "
                    + "pbkdf2$sha256$600000$SALT$HASH");
            return new Account(name, Optional.of(PasswordHash.of(password)));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(key + ": " + e.getMessage(), e);
        }
    }
}
