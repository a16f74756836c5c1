package io.github.camelsms.sms.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template can say about a message. */
enum Variable {
    NUMBER,
    DATA,
    BODY,
    UDH,
    BINARY,
    PID,
    DCS,
    SENDER,
    SENDER_PHONEALIAS,
    PARTS,
    CONDITION,
    MSGID,
    FROM,
    FROM_ALIAS,
    TO;

    static Optional<Variable> named(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.key().equals(name))
                .findFirst();
    }

    /** As it is written, in lower case. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
