package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.account.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How mails become short messages.
 *
 * @param smtp the listener
 * @param mailboxes that are looked into, by name
 * @param notifications accounts whose mails are told of, by name
 */
public record MailInSettings(
        SmtpSettings smtp, Map<String, MailboxSettings> mailboxes, Map<String, NotificationSettings> notifications) {

    public MailInSettings {
        mailboxes = Map.copyOf(mailboxes);
        notifications = Map.copyOf(notifications);
    }

    static boolean isKey(String key) {
        return MailboxSettings.GROUP.isKey(key) || NotificationSettings.GROUP.isKey(key);
    }

    static MailInSettings read(Map<String, String> values, Accounts accounts, List<String> warnings)
            throws InvalidSettingException {
        MailInSettings settings = new MailInSettings(
                SmtpSettings.read(values), MailboxSettings.read(values), NotificationSettings.read(values));
        for (MailboxSettings mailbox : settings.mailboxes.values()) {
            Optional<String> notify = mailbox.notification().filter(name -> !settings.notifications.containsKey(name));
            if (notify.isPresent()) {
                throw MailboxSettings.GROUP.invalid(
                        mailbox.name(), "notify", "there is no sms.notify." + notify.get() + ".number");
            }
            boolean free = !mailbox.senders().isEmpty() && mailbox.account().isEmpty();
            if (free && !accounts.isEmpty()) {
                throw MailboxSettings.GROUP.invalid(
                        mailbox.name(), "account", "name the account that pays for what its senders send");
            }
            if (mailbox.senders().contains("*")) {
                warnings.add("sms.mailboxes." + mailbox.name()
                        + ".senders: whoever knows the mailbox can send short messages");
            }
        }
        settings.accountsNamed()
                .filter(name -> !accounts.contains(name))
                .forEach(name -> warnings.add("mails are to be sent for the account " + name + ", which is not there"));
        return settings;
    }

    private java.util.stream.Stream<String> accountsNamed() {
        return java.util.stream.Stream.concat(
                        mailboxes.values().stream().map(MailboxSettings::account),
                        notifications.values().stream().map(NotificationSettings::account))
                .flatMap(Optional::stream)
                .distinct();
    }
}
