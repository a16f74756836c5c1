package io.github.camelsms.sms.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox between number signs in a text, {@code #joe@example.org# Hello}: where a received message is to go. Only the
 * dot-atom form of RFC 5321 counts; blanks around it do not.
 *
 * @param mail the mailbox
 * @param rest the text without it
 */
public record MailTag(String mail, String rest) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!$%&'*+/=?^_`{|}~-]+)*");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;

    /** The first mailbox of a text. */
    public static Optional<MailTag> find(String text) {
        int open = text.indexOf('#');
        while (open >= 0) {
            int close = text.indexOf('#', open + 1);
            if (close < 0) {
                return Optional.empty();
            }
            String inside = text.substring(open + 1, close).strip();
            if (isMailbox(inside)) {
                return Optional.of(new MailTag(inside, join(text.substring(0, open), text.substring(close + 1))));
            }
            open = close;
        }
        return Optional.empty();
    }

    private static boolean isMailbox(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= MAX_LENGTH
                && at > 0
                && at <= MAX_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    private static String join(String before, String after) {
        String head = before.stripTrailing();
        String tail = after.strip();
        return head.isEmpty() || tail.isEmpty() ? (head + tail).strip() : head.stripLeading() + " " + tail;
    }
}
