package io.github.camelsms.sms.message;

/**
 * Where a text may be split without tearing apart what a reader sees as one character: surrogate pairs, combining
 * sequences, emoji joined by ZWJ or followed by a skin tone, flags, conjoining Hangul. A subset of the extended grapheme
 * clusters of Unicode Standard Annex 29; CR LF may be split, because the phone joins the parts again.
 */
final class ClusterBoundaries {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ClusterBoundaries() {}

    /**
     * The last place at which the text may be split, not behind {@code limit} and behind {@code start}. Where a single
     * cluster fills all of it, {@code limit} or the place before it, so that at least no surrogate pair is split.
     */
    static int lastBoundary(String text, int start, int limit) {
        if (limit >= text.length()) {
            return text.length();
        }
        for (int at = limit; at > start; at--) {
            if (isBoundary(text, start, at)) {
                return at;
            }
        }
        boolean insidePair = limit - 1 > start && splitsSurrogatePair(text, limit);
        return insidePair ? limit - 1 : limit;
    }

    private static boolean isBoundary(String text, int start, int at) {
        char unit = text.charAt(at);
        if (unit < 0x0300) {
            return text.charAt(at - 1) != ZERO_WIDTH_JOINER;
        }
        if (splitsSurrogatePair(text, at)) {
            return false;
        }
        int after = text.codePointAt(at);
        int before = text.codePointBefore(at);
        if (before == ZERO_WIDTH_JOINER || extendsCluster(after)) {
            return false;
        }
        return !isRegionalIndicator(after) || !isRegionalIndicator(before) || evenIndicatorsBefore(text, start, at);
    }

    private static boolean splitsSurrogatePair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean extendsCluster(int codePoint) {
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        boolean skinTone = codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
        boolean tag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
        boolean vowelOrFinalJamo = codePoint >= 0x1160 && codePoint <= 0x11FF;
        boolean halfwidthVoicedMark = codePoint == 0xFF9E || codePoint == 0xFF9F;
        if (skinTone || tag || vowelOrFinalJamo || halfwidthVoicedMark) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Two regional indicators make a flag: a place between two of them is a border when an even number precedes it. */
    private static boolean evenIndicatorsBefore(String text, int start, int at) {
        int count = 0;
        for (int i = at; i > start && isRegionalIndicator(text.codePointBefore(i)); i -= 2) {
            count++;
        }
        return count % 2 == 0;
    }

    private static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}
