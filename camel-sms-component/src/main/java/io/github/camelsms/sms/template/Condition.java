package io.github.camelsms.sms.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has to be true of a message for a placeholder to say anything. */
enum Condition {
    ISUNICODE,
    ISASCII,
    ISBINARY;

    static Optional<Condition> named(String name) {
        return Arrays.stream(values())
                .filter(condition -> condition.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /**
     * {@code isascii} is true for text that is neither UCS-2 nor binary. The data of a binary message are ASCII too,
     * because they are written in base64: without that, the template for Clickatell that the manual prints would send
     * binary messages without data.
     */
    boolean holds(TemplateMessage message, boolean ofData) {
        return switch (this) {
            case ISUNICODE -> message.isUnicode();
            case ISBINARY -> message.isBinary();
            case ISASCII -> !message.isUnicode() && (ofData || !message.isBinary());
        };
    }
}
