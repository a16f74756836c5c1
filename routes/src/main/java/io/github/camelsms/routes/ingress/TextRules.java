package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.Sender;
import io.github.camelsms.sms.message.SendableText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a text that came in may hold. */
public final class TextRules {

    private TextRules() {}

    /** A message text: no control character but line feed, carriage return and tab, no unassigned noncharacter. */
    public static void checkText(String text) throws RefusedException {
        try {
            SendableText.check(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_TEXT.because(e.getMessage());
        }
    }

    /** A number to send to. */
    public static PhoneNumber number(String text) throws RefusedException {
        try {
            if (text.chars().noneMatch(Character::isISOControl)) {
                return PhoneNumber.parse(text);
            }
        } catch (IllegalArgumentException e) {
            // said below, in words that repeat nothing
        }
        throw Refusal.BAD_NUMBER.because("number needs 3 to 15 digits, with a plus in front when it is international");
    }

    /** Several numbers with {@code separator} between them; one that is none refuses them all. */
    public static List<PhoneNumber> numbers(String text, Pattern separator) throws RefusedException {
        String[] written = separator.split(text, -1);
        if (written.length > SubmitRequest.MOST_RECIPIENTS) {
            throw Refusal.BODY_TOO_LARGE.because("more than " + SubmitRequest.MOST_RECIPIENTS + " recipients");
        }
        List<PhoneNumber> numbers = new ArrayList<>(written.length);
        for (String one : written) {
            numbers.add(number(one));
        }
        return numbers;
    }

    /** Who has sent a message that was received: a number or a name as the network shows it. */
    public static String originator(String text) throws RefusedException {
        String shown = withPlus(text).strip();
        if (shown.isEmpty() || shown.length() > 32 || shown.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.BAD_NUMBER.because("the number of a sender has 1 to 32 characters");
        }
        return shown;
    }

    /** A URL that is told something later: http or https, without credentials. */
    public static String url(String text) throws RefusedException {
        try {
            URI uri = URI.create(text.replaceAll("%[A-Za-z]", "x"));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && text.length() <= 2048) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.BAD_PARAM.because("a URL to report to begins with https:// or http://, holds no credentials and"
                + " has at most 2048 characters");
    }

    /** A remark for the books of the sender. */
    public static String billing(String text) throws RefusedException {
        if (text.length() > 64 || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.BAD_PARAM.because("what the books say has at most 64 characters and no control character");
        }
        return text;
    }

    /** A sender whose plus has become a blank on the way. */
    public static String withPlus(String text) {
        return text.matches(" [0-9]{3,15}") ? "+" + text.substring(1) : text;
    }

    /** A sender: a number, or 1 to 11 letters, digits and plain signs. */
    public static String sender(String text) throws RefusedException {
        try {
            return new Sender(withPlus(text)).value();
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_SENDER.because(e.getMessage());
        }
    }
}
