package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.Sender;
import io.github.camelsms.sms.message.SendableText;

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

    /** A sender: a number, or 1 to 11 letters, digits and plain signs. */
    public static String sender(String text) throws RefusedException {
        try {
            return new Sender(text).value();
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_SENDER.because(e.getMessage());
        }
    }
}
