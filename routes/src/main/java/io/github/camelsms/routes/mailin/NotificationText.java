package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.MailText;
import io.github.camelsms.routes.settings.NotificationSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** The text that tells of a mail. What stands in the mail is put in once and never read as a template. */
final class NotificationText {

    private static final int KILO = 1024;

    private NotificationText() {}

    /**
     * @param sender of the envelope, for a mail that names none
     */
    static Optional<String> of(NotificationSettings notification, MailContent mail, String sender) {
        Matcher matcher = NotificationSettings.PLACEHOLDER.matcher(notification.template());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), mail, sender);
            String shown = matcher.group(2) == null ? value : cut(value, Integer.parseInt(matcher.group(2)));
            matcher.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        matcher.appendTail(text);
        String line = MailText.sendable(text.toString()).replaceAll("\\s+", " ").strip();
        return Optional.of(line).filter(any -> !any.isEmpty());
    }

    private static String value(String name, MailContent mail, String sender) {
        return switch (name) {
            case "from" -> mail.from().orElse(sender);
            case "subject" -> mail.subject();
            case "size" -> size(mail.size());
            default -> mail.text().orElse("").replaceAll("\\s+", " ");
        };
    }

    private static String size(int octets) {
        if (octets < KILO) {
            return octets + " B";
        }
        return octets < KILO * KILO
                ? octets / KILO + " kB"
                : String.format(Locale.ROOT, "%.1f MB", octets / (double) (KILO * KILO));
    }

    /** At most so many characters, cut at a word where there is one. */
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        String head = text.substring(0, text.offsetByCodePoints(0, most));
        int blank = head.lastIndexOf(' ');
        return blank > most / 2 ? head.substring(0, blank) : head;
    }
}
