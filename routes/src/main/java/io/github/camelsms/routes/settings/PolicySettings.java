package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.Destinations;
import io.github.camelsms.sms.account.Rate;
import io.github.camelsms.sms.address.NumberPlan;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What senders may do, beside what is said of each account.
 *
 * @param entries accounts and groups of the settings
 * @param plan numbers, seen from the home country
 * @param zone where the months and days of limits begin at midnight
 * @param denied destinations that are taken out for everybody who does not name them by a longer prefix
 * @param perClient messages of one client address, whoever it authenticates as
 * @param daily parts a day of all messages together
 * @param fraud when something looks like fraud
 * @param alarms who is told then
 */
public record PolicySettings(
        List<AccountEntry> entries,
        NumberPlan plan,
        ZoneId zone,
        Destinations denied,
        Optional<Rate> perClient,
        Optional<Long> daily,
        FraudSettings fraud,
        AlarmSettings alarms) {

    public PolicySettings {
        entries = List.copyOf(entries);
    }

    static PolicySettings read(List<AccountEntry> entries, Map<String, String> values) throws InvalidSettingException {
        return new PolicySettings(
                entries,
                text(SettingName.NUMBERS_HOME, values, NumberPlan::ofHome).orElseGet(NumberPlan::withoutHome),
                text(SettingName.LIMITS_ZONE, values, PolicySettings::zone).orElseThrow(),
                text(SettingName.DESTINATIONS_DENIED, values, PolicySettings::out)
                        .orElseGet(() -> Destinations.parse("")),
                text(SettingName.LIMIT_CLIENT, values, Rate::parse),
                text(SettingName.LIMIT_DAILY, values, PolicySettings::parts).filter(parts -> parts > 0),
                FraudSettings.read(values),
                AlarmSettings.read(values));
    }

    /** A warning when accounts of the settings may send nowhere, because nobody has said where to. */
    Optional<String> unreachable(Accounts accounts) {
        List<String> names = entries.stream()
                .filter(entry -> entry.kind() == Kind.ACCOUNT)
                .map(AccountEntry::name)
                .filter(name -> isUnreachable(accounts.resolve(name)))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("sms.numbers.home is not set: accounts without destinations may send nowhere: "
                        + String.join(", ", names));
    }

    /** Whether nobody has said where an account may send to. */
    public boolean isUnreachable(Account account) {
        return plan.home().isEmpty() && account.policy().destinations().isEmpty();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time zone such as UTC or Europe/Prague", e);
        }
    }

    private static Destinations out(String list) {
        return Destinations.parse("!" + String.join(",!", list.strip().split("\\s*,\\s*", -1)));
    }

    private static long parts(String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("a number of parts, 0 for no limit");
        }
        return Long.parseLong(text);
    }

    static <T> Optional<T> text(SettingName name, Map<String, String> values, Function<String, T> reader)
            throws InvalidSettingException {
        String text = values.get(name.key()).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name.key() + " cannot be '" + text + "': " + e.getMessage(), e);
        }
    }
}
