package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Alphabet;
import java.util.Optional;

/** The alphabets in words: {@code gsm7}, {@code 8bit}, {@code ucs2}. */
final class AlphabetWord {

    static final String NAME = "alphabet";

    private AlphabetWord() {}

    static String of(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> "gsm7";
            case OCTETS -> "8bit";
            case UCS2 -> "ucs2";
        };
    }

    static Optional<Alphabet> read(Fields in) {
        return in.text(NAME).map(word -> switch (word) {
            case "gsm7" -> Alphabet.GSM7;
            case "8bit" -> Alphabet.OCTETS;
            case "ucs2" -> Alphabet.UCS2;
            default -> throw in.fail(NAME, "is one of gsm7, 8bit, ucs2");
        });
    }
}
