package io.github.camelsms.listeners.smtp.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of a mail becomes the text of the short message: sender, subject, body, in this order.
 *
 * @param parts beside the body
 * @param separator between them
 * @param quotes two signs around the subject, or nothing
 * @param trimmed what is taken off the body
 */
public record MailText(Set<Field> parts, String separator, String quotes, Set<Trim> trimmed) {

    /** What may stand before the body. */
    public enum Field {
        SENDER,
        SUBJECT
    }

    /** What may be taken off the body. */
    public enum Trim {
        /** From the line {@code "-- "} on (RFC 3676, 4.3), and the line that a telephone puts under each mail. */
        SIGNATURE,
        /** The mail that is answered, and the line that introduces it. */
        QUOTES;

        /** Reads {@code signature,quotes}, or one of them, or nothing. */
        public static Set<Trim> parse(String list) {
            EnumSet<Trim> trimmed = EnumSet.noneOf(Trim.class);
            for (String word : list.split(",", -1)) {
                String name = word.strip().toUpperCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    trimmed.add(Arrays.stream(values())
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "trim is signature, quotes, or both with a comma between, not " + list)));
                }
            }
            return trimmed;
        }
    }

    /** The body alone, as it is. */
    public static final MailText PLAIN = new MailText(Set.of(), " ", "", Set.of());

    public MailText {
        parts = parts.isEmpty() ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(parts);
        trimmed = trimmed.isEmpty() ? EnumSet.noneOf(Trim.class) : EnumSet.copyOf(trimmed);
        if (!quotes.isEmpty() && quotes.length() != 2) {
            throw new IllegalArgumentException("quotedSubject is two signs, such as (), not " + quotes);
        }
    }

    /** The text, when there is any. It holds nothing that a short message may not. */
    public Optional<String> of(MailContent mail, String envelopeSender) {
        List<String> texts = new ArrayList<>();
        if (parts.contains(Field.SENDER)) {
            texts.add(mail.from().orElse(envelopeSender));
        }
        if (parts.contains(Field.SUBJECT) && !mail.subject().isEmpty()) {
            texts.add(quotes.isEmpty() ? mail.subject() : quotes.charAt(0) + mail.subject() + quotes.charAt(1));
        }
        mail.text().map(body -> Trimming.of(body, trimmed)).ifPresent(texts::add);
        texts.removeIf(String::isEmpty);
        return Optional.of(sendable(String.join(separator, texts)).strip()).filter(text -> !text.isEmpty());
    }

    /** Without controls, half characters and noncharacters, which mails may hold and short messages may not. */
    public static String sendable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(MailText::isSendable).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSendable(int c) {
        boolean control = c == 0x7F || (c < ' ' && c != '\t' && c != '\n');
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !half && !noncharacter;
    }
}
