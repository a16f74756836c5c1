package io.github.camelsms.listeners.smtp.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;

/** Header fields of mails as text that is one line and short, whatever somebody has put there. */
final class OneLine {

    private static final int MAX = 1000;

    private OneLine() {}

    /** Unfolds and decodes (RFC 2047); signs that end or turn lines become blanks. */
    static String of(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        String text;
        try {
            text = MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            text = unfolded;
        }
        String clean = text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return clean.length() > MAX
                ? clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, MAX)))
                : clean;
    }
}
