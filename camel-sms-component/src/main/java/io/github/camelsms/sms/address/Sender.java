package io.github.camelsms.sms.address;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import java.util.regex.Pattern;

/**
 * The sender that a phone is to show: a number, or a name of at most eleven characters of the GSM 7 bit default
 * alphabet (3GPP TS 23.040, 9.1.2.5). Whether a network shows it is the network's decision.
 *
 * @param value as it is shown
 */
public record Sender(String value) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final int LONGEST_NAME = 11;

    public Sender {
        if (!NUMBER.matcher(value).matches() && !isName(value)) {
            throw new IllegalArgumentException(
                    "A sender is a number of 3 to 15 digits, or 1 to 11 characters of the GSM alphabet");
        }
    }

    private static boolean isName(String value) {
        return value.chars().anyMatch(Character::isLetterOrDigit)
                && value.length() <= LONGEST_NAME
                && value.chars().noneMatch(Character::isISOControl)
                && Gsm7Alphabet.DEFAULT.firstUnencodable(value).isEmpty()
                && Gsm7Alphabet.DEFAULT.encode(value).length <= LONGEST_NAME;
    }

    @Override
    public String toString() {
        return value;
    }
}
