package io.github.camelsms.sms.gsm7;

import java.util.Optional;

/**
 * National Language Identifier (3GPP TS 23.038, 6.2.1.2.4): which national table replaces the default alphabet (locking
 * shift) or the extension table (single shift).
 */
public enum NationalLanguage {
    /** No national table: the GSM 7 bit default alphabet and its extension table. */
    DEFAULT(0),
    TURKISH(1),
    /** Has a single shift table only; its locking table is the default alphabet. */
    SPANISH(2),
    PORTUGUESE(3),
    BENGALI(4),
    GUJARATI(5),
    HINDI(6),
    KANNADA(7),
    MALAYALAM(8),
    ORIYA(9),
    PUNJABI(10),
    TAMIL(11),
    TELUGU(12),
    URDU(13);

    private static final NationalLanguage[] BY_IDENTIFIER = values();

    private final int identifier;

    NationalLanguage(int identifier) {
        this.identifier = identifier;
    }

    /** The identifier as transmitted in the elements 24 and 25 (hex) of a user data header; 0 stands for none. */
    public int identifier() {
        return identifier;
    }

    /** The language of an identifier, empty when it is reserved. A receiver then uses the default tables. */
    public static Optional<NationalLanguage> of(int identifier) {
        return identifier >= 0 && identifier < BY_IDENTIFIER.length
                ? Optional.of(BY_IDENTIFIER[identifier])
                : Optional.empty();
    }
}
