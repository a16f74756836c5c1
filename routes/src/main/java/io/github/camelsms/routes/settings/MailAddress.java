package io.github.camelsms.routes.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox that mail can be sent to: the dot-atom form of RFC 5321, ASCII, nothing quoted, no display name. Strict on
 * purpose: it comes from outside and ends in a mail header and in an SMTP command.
 *
 * @param text as written
 */
public record MailAddress(String text) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    public MailAddress {
        if (!isMailAddress(text)) {
            throw new IllegalArgumentException("not a mail address of the form name@domain");
        }
    }

    public static boolean isMailAddress(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= 254
                && at > 0
                && at <= 64
                && LOCAL.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    static boolean isDomain(String text) {
        return text.length() <= 253 && DOMAIN.matcher(text).matches();
    }

    /** What stands behind the @, in small letters. */
    public String domain() {
        return text.substring(text.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The same for addresses that differ in upper and lower case alone. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
