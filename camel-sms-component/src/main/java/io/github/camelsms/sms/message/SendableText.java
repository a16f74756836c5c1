package io.github.camelsms.sms.message;

/**
 * Which texts a person may send: Unicode text without controls other than tab, line feed and carriage return, without
 * half characters (lone surrogates) and without noncharacters. Everything else is an attack or an accident: it ends in
 * logs, mail headers and terminals.
 */
public final class SendableText {

    private SendableText() {}

    /**
     * Refuses a text that is none.
     *
     * @throws IllegalArgumentException naming the code point and its place, never the text
     */
    public static void check(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!isSendable(codePoint)) {
                throw new IllegalArgumentException(
                        String.format("the text has U+%04X at %d, which is no character of a text", codePoint, i));
            }
            i += Character.charCount(codePoint);
        }
    }

    private static boolean isSendable(int codePoint) {
        boolean control = codePoint == 0x7F || (codePoint < ' ' && "\t\n\r".indexOf(codePoint) < 0);
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        boolean noncharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !control && !half && !noncharacter;
    }
}
