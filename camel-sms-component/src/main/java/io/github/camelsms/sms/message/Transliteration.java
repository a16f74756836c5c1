package io.github.camelsms.sms.message;

/**
 * Characters that may be replaced by similar ones of the GSM 7 bit alphabet, so that a text needs fewer parts. Word
 * processors and phones put them in unasked.
 */
public enum Transliteration {
    /** Nothing is replaced. */
    NONE {
        @Override
        String apply(String text) {
            return text;
        }
    },
    /** Quotation marks, dashes, the ellipsis, bullets, and blanks of unusual width. */
    TYPOGRAPHY {
        @Override
        String apply(String text) {
            StringBuilder replaced = new StringBuilder(text.length() + 16);
            for (int i = 0; i < text.length(); i++) {
                append(replaced, text.charAt(i));
            }
            return replaced.toString();
        }
    };

    /** The text with replacements. */
    abstract String apply(String text);

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u2039', '\u203A', '\u00B4', '`' ->
                out.append('\'');
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB' -> out.append('"');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> out.append('-');
            case '\u2026' -> out.append("...");
            case '\u2022', '\u00B7' -> out.append('*');
            case '\u00A0',
                    '\u2000',
                    '\u2001',
                    '\u2002',
                    '\u2003',
                    '\u2004',
                    '\u2005',
                    '\u2006',
                    '\u2007',
                    '\u2008',
                    '\u2009',
                    '\u200A',
                    '\u202F',
                    '\u205F',
                    '\u3000',
                    '\t' -> out.append(' ');
            case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> {
                // Invisible: a soft hyphen, blanks without width, the byte order mark.
            }
            default -> out.append(c);
        }
    }
}
