package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.address.PhoneNumber;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mailbox that is looked into for mails to phones.
 *
 * @param url {@code imap://host}, {@code imaps}, {@code pop3} or {@code pop3s}, without name and password
 * @param username how we log in
 * @param password with what
 * @param folder of IMAP
 * @param delay between two looks, as Camel reads it
 * @param delete whether a mail is deleted when its messages are stored; {@code false} flags it as seen
 * @param senders mailboxes and {@code @domains} whose mails are sent without credentials in the address; {@code *} for all
 * @param account who pays for those
 * @param numbers who gets each mail; empty for those that its address names
 * @param notification the notification account that each mail is for
 * @param maxParts so many parts are sent of a text
 */
public record MailboxSettings(
        String name,
        URI url,
        String username,
        String password,
        String folder,
        String delay,
        boolean delete,
        List<String> senders,
        Optional<String> account,
        List<PhoneNumber> numbers,
        Optional<String> notification,
        int maxParts) {

    static final NamedSettings GROUP = new NamedSettings(
            "mailboxes",
            Set.of(
                    "url",
                    "username",
                    "password",
                    "folder",
                    "delay",
                    "delete",
                    "senders",
                    "account",
                    "number",
                    "notify",
                    "maxmsgs"));

    private static final List<String> SCHEMES = List.of("imap", "imaps", "pop3", "pop3s");

    public MailboxSettings {
        senders = List.copyOf(senders);
        numbers = List.copyOf(numbers);
    }

    static Map<String, MailboxSettings> read(Map<String, String> values) throws InvalidSettingException {
        Map<String, MailboxSettings> all = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> named : GROUP.read(values).entrySet()) {
            all.put(named.getKey(), of(named.getKey(), named.getValue()));
        }
        return all;
    }

    /** Whether mails can be flagged there. */
    public boolean isImap() {
        return url.getScheme().startsWith("imap");
    }

    private static MailboxSettings of(String name, Map<String, String> values) throws InvalidSettingException {
        URI url = url(name, values.getOrDefault("url", ""));
        String delete = values.getOrDefault("delete", "false");
        if (!delete.equals("true") && !delete.equals("false")) {
            throw GROUP.invalid(name, "delete", "it is true or false, not '" + delete + "'");
        }
        if (url.getScheme().startsWith("pop3") && delete.equals("false")) {
            throw GROUP.invalid(
                    name,
                    "delete",
                    "a mail that stays in a mailbox of POP3 would be sent again and again; set it to true");
        }
        String delay = values.getOrDefault("delay", "30s");
        if (!delay.matches("[0-9]{1,6}(ms|s|m|h)")) {
            throw GROUP.invalid(name, "delay", "it is a duration such as 30s or 5m, not '" + delay + "'");
        }
        String parts = values.getOrDefault("maxmsgs", "1");
        if (!parts.matches("[1-9][0-9]?|1[01][0-9]|12[0-8]")) {
            throw GROUP.invalid(name, "maxmsgs", "it is 1 to 128, not '" + parts + "'");
        }
        return new MailboxSettings(
                name,
                url,
                required(name, values, "username"),
                required(name, values, "password"),
                values.getOrDefault("folder", "INBOX"),
                delay,
                delete.equals("true"),
                senders(name, values.getOrDefault("senders", "")),
                filled(values, "account"),
                numbers(name, values.getOrDefault("number", "")),
                filled(values, "notify"),
                Integer.parseInt(parts));
    }

    private static URI url(String name, String text) throws InvalidSettingException {
        try {
            URI url = URI.create(text);
            boolean bare = url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && (url.getRawPath() == null || url.getRawPath().length() < 2);
            if (url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null && bare) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below; the URL may hold a password
        }
        throw GROUP.invalid(
                name, "url", "it is imaps://mail.example.org, imap, pop3s or pop3, without user, password and folder");
    }

    private static List<String> senders(String name, String list) throws InvalidSettingException {
        List<String> senders = Arrays.stream(list.split(",", -1))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        for (String sender : senders) {
            boolean domain = sender.startsWith("@") && MailAddress.isDomain(sender.substring(1));
            if (!sender.equals("*") && !domain && !MailAddress.isMailAddress(sender)) {
                throw GROUP.invalid(name, "senders", "a sender is name@domain, @domain or *, not '" + sender + "'");
            }
        }
        return senders;
    }

    private static List<PhoneNumber> numbers(String name, String list) throws InvalidSettingException {
        try {
            return list.isBlank()
                    ? List.of()
                    : Arrays.stream(list.split(",", -1)).map(PhoneNumber::parse).toList();
        } catch (IllegalArgumentException e) {
            throw GROUP.invalid(name, "number", "it is the number of a phone, or several with commas between");
        }
    }

    private static String required(String name, Map<String, String> values, String setting)
            throws InvalidSettingException {
        return filled(values, setting).orElseThrow(() -> GROUP.invalid(name, setting, "it is missing"));
    }

    private static Optional<String> filled(Map<String, String> values, String setting) {
        return Optional.ofNullable(values.get(setting)).filter(value -> !value.isBlank());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailboxSettings[" + name + "]";
    }
}
