package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.Aliases;
import io.github.camelsms.routes.settings.NotificationSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.SmsAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What stands before and behind the @ of a mail address: a phone, a notification account; a gateway, a domain of ours. */
final class Directory implements Aliases {

    private final Set<String> localDomains;
    private final Map<String, NotificationSettings> notifications = new TreeMap<>();
    private final Supplier<List<String>> gateways;

    /**
     * @param localDomains in lower case
     * @param gateways ids of those that there are now
     */
    Directory(
            Set<String> localDomains,
            Map<String, NotificationSettings> notifications,
            Supplier<List<String>> gateways) {
        this.localDomains = Set.copyOf(localDomains);
        notifications.forEach((name, settings) -> this.notifications.put(name.toLowerCase(Locale.ROOT), settings));
        this.gateways = gateways;
    }

    /** The notification account that a mailbox is. */
    Optional<NotificationSettings> notification(String mailbox) {
        int at = mailbox.lastIndexOf('@');
        return at < 0 || !isLocal(mailbox.substring(at + 1))
                ? Optional.empty()
                : Optional.ofNullable(notifications.get(mailbox.substring(0, at).toLowerCase(Locale.ROOT)));
    }

    /** The notification account of that name, which is there. */
    NotificationSettings named(String name) {
        return notifications.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<SmsAddress> find(String mailbox) {
        return notification(mailbox)
                .map(NotificationSettings::numbers)
                .map(numbers -> SmsAddress.parse(
                        "sms:" + numbers.stream().map(PhoneNumber::value).collect(Collectors.joining(","))));
    }

    /**
     * The gateway that stands behind the @: a known id always; and what is neither a domain of ours nor could be one
     * elsewhere is a gateway that another machine may serve.
     */
    Optional<String> gateway(String domain, SmsAddress address) {
        Optional<String> known =
                gateways.get().stream().filter(domain::equalsIgnoreCase).findFirst();
        if (known.isPresent()) {
            return known;
        }
        boolean isDomain = isLocal(domain) || domain.indexOf('.') >= 0 || domain.startsWith("[");
        return isDomain ? Optional.empty() : address.gateway();
    }

    /** Whether mails to this domain are for us. */
    boolean isLocal(String domain) {
        return localDomains.contains(domain.toLowerCase(Locale.ROOT));
    }
}
