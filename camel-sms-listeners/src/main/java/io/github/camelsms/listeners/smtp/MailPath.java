package io.github.camelsms.listeners.smtp;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of {@code MAIL FROM:} and {@code RCPT TO:} (RFC 5321, 4.1.2): printable ASCII in angle brackets, one mailbox,
 * no source route. Beside the standard the local part may be {@code sms:…} without quotation marks.
 *
 * @param written the mailbox as it was written, without the brackets; empty for the sender {@code <>}
 * @param domain in lower case; empty for the sender {@code <>}
 * @param parameters what stands behind the path, such as {@code SIZE=1000}
 */
record MailPath(String written, String domain, List<String> parameters) {

    private static final int MAX_PATH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
                    + "|\\[[0-9A-Za-z:.]{1,60}]");
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern SMS = Pattern.compile("(?i)sms:[A-Za-z0-9!#$%&'*+,/=?^_`{|}~.:;()-]+");

    MailPath {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads what stands behind the colon.
     *
     * @throws RefusedException when it is no path
     */
    static MailPath parse(String argument) throws RefusedException {
        String text = argument.strip();
        if (text.chars().anyMatch(c -> c < 0x20 || c > 0x7E)) {
            throw syntax("an address is printable ASCII");
        }
        if (!text.startsWith("<")) {
            throw syntax("an address stands in angle brackets");
        }
        int end = end(text);
        String mailbox = text.substring(1, end);
        String rest = text.substring(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(" ")) {
            throw syntax("behind the address stands a blank or nothing");
        }
        List<String> parameters =
                rest.isBlank() ? List.of() : List.of(rest.strip().split(" +"));
        if (mailbox.isEmpty()) {
            return new MailPath("", "", parameters);
        }
        if (mailbox.length() > MAX_PATH) {
            throw syntax("an address has at most " + MAX_PATH + " characters");
        }
        return new MailPath(mailbox, domain(mailbox), parameters);
    }

    /** Whether this is the sender of reports, {@code <>}. */
    boolean isEmpty() {
        return written.isEmpty();
    }

    /** The index of the closing bracket, which is not one inside of quotation marks. */
    private static int end(String text) throws RefusedException {
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i;
            }
        }
        throw syntax("the closing angle bracket is missing");
    }

    private static String domain(String mailbox) throws RefusedException {
        int at = mailbox.startsWith("\"") ? closingQuote(mailbox) + 1 : mailbox.indexOf('@');
        if (at < 1 || at >= mailbox.length() || mailbox.charAt(at) != '@') {
            throw syntax("an address is local-part@domain, without a route");
        }
        String local = mailbox.substring(0, at);
        boolean sms = SMS.matcher(local).matches();
        if (!local.startsWith("\"") && !sms && !ATOMS.matcher(local).matches()) {
            throw syntax("the local part holds signs that need quotation marks");
        }
        boolean long64 = sms || local.regionMatches(true, 0, "\"sms:", 0, 5);
        if (local.length() > MAX_LOCAL && !long64) {
            throw syntax("a local part has at most " + MAX_LOCAL + " characters");
        }
        String domain = mailbox.substring(at + 1);
        if (!DOMAIN.matcher(domain).matches()) {
            throw syntax("behind the @ stands one domain");
        }
        return domain.toLowerCase(Locale.ROOT);
    }

    private static int closingQuote(String mailbox) throws RefusedException {
        for (int i = 1; i < mailbox.length(); i++) {
            if (mailbox.charAt(i) == '\\') {
                i++;
            } else if (mailbox.charAt(i) == '"') {
                return i;
            }
        }
        throw syntax("the closing quotation mark is missing");
    }

    private static RefusedException syntax(String text) {
        return new RefusedException(501, "5.1.3", text);
    }

    /** Without the mailbox, which may hold a password. */
    @Override
    public String toString() {
        return "MailPath[…@" + domain + "]";
    }
}
