package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.address.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notification account: a mailbox whose mails become a short message that tells of them.
 *
 * @param name what stands before the @
 * @param numbers who is told
 * @param template the text, with {@code %from%}, {@code %subject%}, {@code %size%}, {@code %text%}; {@code %text;40%} is
 *     at most so many characters of it
 * @param account who pays; empty for who has sent the mail
 * @param maxParts so many parts at most
 * @param gateway who carries it
 * @param sender what the phone shows
 * @param reply mailbox that answers of the phone go to
 */
public record NotificationSettings(
        String name,
        List<PhoneNumber> numbers,
        String template,
        Optional<String> account,
        int maxParts,
        Optional<String> gateway,
        Optional<String> sender,
        Optional<MailAddress> reply) {

    /** What a template may hold. */
    public static final Pattern PLACEHOLDER = Pattern.compile("%([A-Za-z]+)(?:;([0-9]{1,4}))?%");

    static final NamedSettings GROUP = new NamedSettings(
            "notify", Set.of("number", "template", "account", "maxmsgs", "gateway", "sender", "reply"));

    private static final String TEMPLATE = "%from%: %subject% (%size%) %text%";
    private static final Set<String> VARIABLES = Set.of("from", "subject", "size", "text");

    public NotificationSettings {
        numbers = List.copyOf(numbers);
    }

    static Map<String, NotificationSettings> read(Map<String, String> values) throws InvalidSettingException {
        Map<String, NotificationSettings> all = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> named : GROUP.read(values).entrySet()) {
            all.put(named.getKey(), of(named.getKey(), named.getValue()));
        }
        return all;
    }

    private static NotificationSettings of(String name, Map<String, String> values) throws InvalidSettingException {
        String parts = values.getOrDefault("maxmsgs", "1");
        if (!parts.matches("[1-9][0-9]?|1[01][0-9]|12[0-8]")) {
            throw GROUP.invalid(name, "maxmsgs", "it is 1 to 128, not '" + parts + "'");
        }
        String reply = values.getOrDefault("reply", "");
        if (!reply.isEmpty() && !MailAddress.isMailAddress(reply)) {
            throw GROUP.invalid(name, "reply", "it is a mail address such as desk@example.org");
        }
        if (name.matches("[0-9]+")) {
            throw GROUP.invalid(name, "number", "a notification account is no number: give it a name with a letter");
        }
        return new NotificationSettings(
                name,
                numbers(name, values.getOrDefault("number", "")),
                template(name, values.getOrDefault("template", TEMPLATE)),
                filled(values, "account"),
                Integer.parseInt(parts),
                filled(values, "gateway"),
                filled(values, "sender"),
                reply.isEmpty() ? Optional.empty() : Optional.of(new MailAddress(reply)));
    }

    private static List<PhoneNumber> numbers(String name, String list) throws InvalidSettingException {
        try {
            return Arrays.stream(list.split(",", -1)).map(PhoneNumber::parse).toList();
        } catch (IllegalArgumentException e) {
            throw GROUP.invalid(name, "number", "it needs the number of a phone, or several with commas between");
        }
    }

    private static String template(String name, String template) throws InvalidSettingException {
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            if (!VARIABLES.contains(matcher.group(1))) {
                throw GROUP.invalid(
                        name,
                        "template",
                        "there is no %" + matcher.group(1) + "%; there are %from%, %subject%, %size% and" + " %text%");
            }
        }
        return template;
    }

    private static Optional<String> filled(Map<String, String> values, String setting) {
        return Optional.ofNullable(values.get(setting)).filter(value -> !value.isBlank());
    }
}
