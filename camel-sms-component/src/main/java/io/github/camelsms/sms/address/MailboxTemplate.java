package io.github.camelsms.sms.address;

import java.util.regex.Pattern;

/**
 * The sender of mails that short messages become, such as {@code sms:%s@example.org}: {@code %s} is the originator. The
 * local part is quoted where RFC 5322 wants that, as the colon of {@code sms:} does.
 *
 * @param template without a line break
 */
public record MailboxTemplate(String template) {

    private static final Pattern DOT_ATOM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    public MailboxTemplate {
        if (template.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a sender of mails is one line");
        }
    }

    /** The mailbox for an originator; signs that have no place in a mail header are left out of it. */
    public String of(String originator) {
        String safe = originator.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "").replaceAll("[^\\x20-\\x7E]", "?");
        int at = template.lastIndexOf('@');
        String local = (at < 0 ? template : template.substring(0, at)).replace("%s", safe);
        String mailbox = at < 0 || DOT_ATOM.matcher(local).matches()
                ? local
                : "\"" + local.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return at < 0 ? mailbox : mailbox + template.substring(at);
    }
}
