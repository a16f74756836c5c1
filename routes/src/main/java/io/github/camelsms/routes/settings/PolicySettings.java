package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Destinations;
import io.github.camelsms.sms.account.Rate;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.address.PhoneNumber;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What senders may do, beside what is said of each account.
 *
 * @param entries accounts and groups of the settings
 * @param plan numbers, seen from the home country
 * @param zone where the months of limits begin at midnight
 * @param denied destinations that are taken out for everybody who does not name them by a longer prefix
 * @param fraud when something looks like fraud
 * @param alarmWebhook told of alarms
 * @param alarmNumber told of alarms by a short message
 */
public record PolicySettings(
        List<AccountEntry> entries,
        NumberPlan plan,
        ZoneId zone,
        Destinations denied,
        FraudLimits fraud,
        Optional<URI> alarmWebhook,
        Optional<PhoneNumber> alarmNumber) {

    /** What to do when a limit of fraud is passed. */
    public enum Action {
        ALARM,
        /** Refuse what is more. */
        REFUSE,
        /** The same, and the account is not active any more. */
        DISABLE
    }

    /**
     * @param perRecipient messages of an account to one number
     * @param perBlock messages of an account to numbers with the same first seven digits
     */
    public record FraudLimits(Optional<Rate> perRecipient, Optional<Rate> perBlock, Action action) {}

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
                new FraudLimits(
                        text(SettingName.FRAUD_RECIPIENT, values, Rate::parse),
                        text(SettingName.FRAUD_BLOCK, values, Rate::parse),
                        text(SettingName.FRAUD_ACTION, values, PolicySettings::action)
                                .orElse(Action.ALARM)),
                WebhookSettings.url(SettingName.ALARM_WEBHOOK.key(), values),
                text(SettingName.ALARM_NUMBER, values, PhoneNumber::parse));
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

    private static Action action(String text) {
        try {
            return Action.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("alarm, refuse or disable", e);
        }
    }

    private static <T> Optional<T> text(SettingName name, Map<String, String> values, Function<String, T> reader)
            throws InvalidSettingException {
        String text = values.get(name.key()).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(name.key() + " cannot be '" + text + "': " + e.getMessage(), e);
        }
    }
}
