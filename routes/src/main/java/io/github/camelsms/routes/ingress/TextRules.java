package io.github.camelsms.routes.ingress;

import io.github.camelsms.sms.address.PhoneNumber;
import java.util.regex.Pattern;

/** What a text that came in may hold. */
public final class TextRules {

    private static final Pattern SENDER =
            Pattern.compile("\\+?[0-9]{3,15}|[A-Za-z0-9 !\"#$%&'()*+,./:;<=>?@_£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡¤-]{1,11}");

    private TextRules() {}

    /** A message text: no control character but line feed, carriage return and tab, no unassigned noncharacter. */
    public static void checkText(String text) throws RefusedException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean control = (c < 0x20 && "\n\r\t".indexOf(c) < 0) || c == 0x7F;
            boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
            boolean half = c >= 0xD800 && c <= 0xDFFF;
            if (control || noncharacter || half) {
                throw Refusal.BAD_TEXT.because("the text holds a control character or half a character");
            }
            i += Character.charCount(c);
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
        if (!SENDER.matcher(text).matches()) {
            throw Refusal.BAD_SENDER.because("sender is a number, or 1 to 11 letters, digits and plain signs");
        }
        return text;
    }
}
