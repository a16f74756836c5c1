package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.address.SmsAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of alarms, beside the log.
 *
 * @param webhook a URL
 * @param mail a mailbox
 * @param phone a phone, and the gateway that carries it where that matters
 */
public record AlarmSettings(Optional<URI> webhook, Optional<MailAddress> mail, Optional<SmsAddress> phone) {

    static AlarmSettings read(Map<String, String> values) throws InvalidSettingException {
        return new AlarmSettings(
                WebhookSettings.url(SettingName.ALARM_WEBHOOK.key(), values),
                PolicySettings.text(SettingName.ALARM_MAIL, values, MailAddress::new),
                PolicySettings.text(SettingName.ALARM_NUMBER, values, SmsAddress::parse));
    }
}
