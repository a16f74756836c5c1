package io.github.camelsms.sms.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a short message goes to, as people and programs write it:
 *
 * <pre>
 * sms:+15551234567?user=john&amp;pass=x&amp;maxmsgs=3     a URI; several numbers with commas (RFC 5724)
 * "sms:+15551234567?id=us"@example.org           a mail recipient, quoted or not
 * +15551234567@us&amp;sender=Desk                    a number, and the gateway that carries it
 * </pre>
 *
 * @param recipients at least one
 * @param gateway what stands behind the {@code @} of a plain number
 * @param domain of a mail recipient
 * @param parameters what else is asked for; credentials stay in there
 */
public record SmsAddress(
        List<PhoneNumber> recipients, Optional<String> gateway, Optional<String> domain, SmsParameters parameters) {

    private static final String SCHEME = "sms:";
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_RECIPIENTS = 1000;
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Za-z:.]{1,60}]");

    public SmsAddress {
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(parameters, "parameters");
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an address needs a number");
        }
    }

    /**
     * Reads an address in any of the forms, also in angle brackets.
     *
     * @throws IllegalArgumentException when it is none; the text repeats nothing of it
     */
    public static SmsAddress parse(String written) {
        if (written.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an address has at most " + MAX_LENGTH + " characters");
        }
        if (written.chars().anyMatch(SmsAddress::isControl)) {
            throw new IllegalArgumentException("an address holds no control characters");
        }
        String text = written.strip();
        boolean bracketed = text.startsWith("<") && text.endsWith(">");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        if (bare.startsWith("\"")) {
            return quoted(bare);
        }
        if (isUri(bare)) {
            int at = bare.lastIndexOf('@');
            return at < 0
                    ? uri(bare, Optional.empty())
                    : uri(bare.substring(0, at), Optional.of(domain(bare.substring(at + 1))));
        }
        return plain(bare);
    }

    /** The address alone, as it may be shown: without parameters, which may hold a password. */
    public String bare() {
        return SCHEME
                + String.join(",", recipients.stream().map(PhoneNumber::value).toList());
    }

    /** The same address with other parameters, such as none that are secret. */
    public SmsAddress with(SmsParameters others) {
        return new SmsAddress(recipients, gateway, domain, others);
    }

    /** The first, or only, recipient. */
    public PhoneNumber number() {
        return recipients.get(0);
    }

    /** A local part in quotation marks, in which a backslash stands before a sign that is meant as such (RFC 5321). */
    private static SmsAddress quoted(String text) {
        StringBuilder local = new StringBuilder();
        int i = 1;
        while (i < text.length() && text.charAt(i) != '"') {
            if (text.charAt(i) == '\\') {
                i++;
            }
            if (i < text.length()) {
                local.append(text.charAt(i));
            }
            i++;
        }
        if (!text.startsWith("\"@", i)) {
            throw new IllegalArgumentException("behind the closing quotation mark stands @ and a domain");
        }
        String domain = domain(text.substring(i + 2));
        String unquoted = local.toString();
        return isUri(unquoted)
                ? uri(unquoted, Optional.of(domain))
                : new SmsAddress(List.of(number(unquoted)), Optional.empty(), Optional.of(domain), SmsParameters.NONE);
    }

    private static SmsAddress uri(String text, Optional<String> domain) {
        String rest = text.substring(SCHEME.length());
        int question = rest.indexOf('?');
        String numbers = question < 0 ? rest : rest.substring(0, question);
        SmsParameters parameters =
                question < 0 ? SmsParameters.NONE : SmsParameters.parse(rest.substring(question + 1));
        List<PhoneNumber> recipients = new ArrayList<>();
        for (String number : numbers.split(",", -1)) {
            recipients.add(number(SmsParameters.printable(number)));
            if (recipients.size() > MAX_RECIPIENTS) {
                throw new IllegalArgumentException("an address has at most " + MAX_RECIPIENTS + " numbers");
            }
        }
        return new SmsAddress(recipients, Optional.empty(), domain, parameters);
    }

    private static SmsAddress plain(String text) {
        int ampersand = text.indexOf('&');
        String who = ampersand < 0 ? text : text.substring(0, ampersand);
        SmsParameters parameters =
                ampersand < 0 ? SmsParameters.NONE : SmsParameters.parse(text.substring(ampersand + 1));
        int at = who.indexOf('@');
        PhoneNumber number = number(at < 0 ? who : who.substring(0, at));
        if (at < 0) {
            return new SmsAddress(List.of(number), Optional.empty(), Optional.empty(), parameters);
        }
        String gateway = SmsParameters.printable(who.substring(at + 1)).strip();
        if (gateway.isEmpty() || gateway.indexOf('@') >= 0) {
            throw new IllegalArgumentException("behind the @ of a number stands one gateway");
        }
        Optional<String> domain = Optional.of(gateway)
                .filter(name -> name.indexOf('.') > 0 && DOMAIN.matcher(name).matches());
        return new SmsAddress(List.of(number), Optional.of(gateway), domain, parameters);
    }

    private static boolean isUri(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static PhoneNumber number(String text) {
        try {
            return PhoneNumber.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an address needs a number of 3 to 15 digits", e);
        }
    }

    private static String domain(String text) {
        if (!DOMAIN.matcher(text).matches() || text.contains("..")) {
            throw new IllegalArgumentException(
                    "behind the last @ stands a domain; an @ in a parameter is written %40, or the local part quoted");
        }
        return text;
    }

    /** Also the line separators of Unicode and signs that end up as CR or LF when only their low octet is kept. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c > 0xFF && ((c & 0xFF) == 0x0A || (c & 0xFF) == 0x0D));
    }

    /** Without whole numbers, and without parameters. */
    @Override
    public String toString() {
        return SCHEME + number().masked() + (recipients.size() > 1 ? " and " + (recipients.size() - 1) + " more" : "");
    }
}
