package io.github.camelsms.routes.mail;

/**
 * Text that somebody else wrote, made fit for a mail header: one line, no control, bidirectional or other invisible
 * character. Whoever sends a short message must not be able to add a header or to make one read differently.
 */
final class HeaderText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private HeaderText() {}

    /**
     * @param max so many code points at most; what is longer is cut at a word and marked with an ellipsis
     */
    static String of(String text, int max) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(HeaderText::fit).forEach(line::appendCodePoint);
        // what looks like an encoded word (RFC 2047) would be decoded by who reads the mail
        String clean = line.toString().replace("=?", "= ?").strip().replaceAll(" {2,}", " ");
        if (clean.codePointCount(0, clean.length()) <= max) {
            return clean;
        }
        String cut = clean.substring(0, clean.offsetByCodePoints(0, max));
        int blank = cut.lastIndexOf(' ');
        return (blank > max / 2 ? cut.substring(0, blank) : cut) + "…";
    }

    private static int fit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> 0xFFFD;
            // keeps an emoji of several characters together
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER ? c : ' ';
            default -> c;
        };
    }
}
