package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Rate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What looks like fraud, and what to do about it.
 *
 * @param perRecipient messages of an account to one number
 * @param perBlock messages of an account to numbers with the same first seven digits
 * @param consecutive of the last 100 messages of an account, to a number beside another of them; 0 is never
 * @param hourly times the mean hour of the last seven days, in an hour; 0 is never
 * @param action when there are more
 */
public record FraudSettings(
        Optional<Rate> perRecipient, Optional<Rate> perBlock, int consecutive, int hourly, Action action) {

    /** What to do about it. */
    public enum Action {
        ALARM,
        /** Refuse what is more. */
        REFUSE,
        /** The same, and the account is not active any more. */
        DISABLE
    }

    static FraudSettings read(Map<String, String> values) throws InvalidSettingException {
        return new FraudSettings(
                PolicySettings.text(SettingName.FRAUD_RECIPIENT, values, Rate::parse),
                PolicySettings.text(SettingName.FRAUD_BLOCK, values, Rate::parse),
                PolicySettings.text(SettingName.FRAUD_CONSECUTIVE, values, FraudSettings::upTo100)
                        .orElse(0),
                PolicySettings.text(SettingName.FRAUD_HOURLY, values, FraudSettings::upTo100)
                        .orElse(0),
                PolicySettings.text(SettingName.FRAUD_ACTION, values, FraudSettings::action)
                        .orElse(Action.ALARM));
    }

    private static int upTo100(String text) {
        if (!text.matches("[0-9]{1,2}|100")) {
            throw new IllegalArgumentException("a number up to 100, 0 for never");
        }
        return Integer.parseInt(text);
    }

    private static Action action(String text) {
        try {
            return Action.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("alarm, refuse or disable", e);
        }
    }
}
