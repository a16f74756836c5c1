package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a mail becomes the text of the short message: sender, subject, body, in this order.
 *
 * @param parts beside the body
 * @param separator between them
 * @param quotes two signs around the subject, or nothing
 */
record MailText(Set<Field> parts, String separator, String quotes) {

    enum Field {
        SENDER,
        SUBJECT
    }

    MailText {
        parts = parts.isEmpty() ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(parts);
        if (!quotes.isEmpty() && quotes.length() != 2) {
            throw new IllegalArgumentException("quotedSubject is two signs, such as (), not " + quotes);
        }
    }

    /** The text, when there is any. */
    Optional<String> of(MailContent mail, String envelopeSender) {
        List<String> texts = new ArrayList<>();
        if (parts.contains(Field.SENDER)) {
            texts.add(mail.from().orElse(envelopeSender));
        }
        if (parts.contains(Field.SUBJECT) && !mail.subject().isEmpty()) {
            texts.add(quotes.isEmpty() ? mail.subject() : quotes.charAt(0) + mail.subject() + quotes.charAt(1));
        }
        mail.text().ifPresent(texts::add);
        texts.removeIf(String::isEmpty);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(separator, texts));
    }
}
