package io.github.camelsms.sms.template;

import io.github.camelsms.sms.tpdu.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A value on its way through the modifiers of a placeholder: text, or octets, and the form that they are going to be
 * written in. Length and form are kept apart from the octets until the end, so that neither is applied to what the other
 * has made.
 *
 * @param text empty once it has become octets
 * @param length whether one octet with the length stands in front
 */
record Value(Optional<String> text, Octets octets, Form form, boolean length) {

    /** How octets are written. */
    enum Form {
        PLAIN,
        HEX,
        BASE64
    }

    private static final int MAX_LENGTH = 0xFF;

    static Value of(String text) {
        return new Value(Optional.of(text), Octets.EMPTY, Form.PLAIN, false);
    }

    /** Octets are written in base64 unless a modifier says otherwise. */
    static Value of(Octets octets) {
        return new Value(Optional.empty(), octets, Form.BASE64, false);
    }

    Value in(Form newForm) {
        return new Value(text, octets, newForm, length);
    }

    Value withLength() {
        return new Value(text, octets, form, true);
    }

    /** UTF-16BE in hex; octets are no text and stay. */
    Value unicode() {
        return text.isEmpty() ? this : encoded(StandardCharsets.UTF_16BE).in(form == Form.PLAIN ? Form.HEX : form);
    }

    /**
     * The text in another character set; characters that are not in it become question marks. Octets have none and are
     * written as they are.
     */
    Value encoded(Charset charset) {
        return text.map(value -> new Value(Optional.empty(), Octets.of(value.getBytes(charset)), form, length))
                .orElse(in(Form.PLAIN));
    }

    /** Another prefix in the place of a leading plus. */
    Value interprefix(String prefix) {
        return text.filter(value -> value.startsWith("+"))
                .map(value -> new Value(Optional.of(prefix + value.substring(1)), octets, form, length))
                .orElse(this);
    }

    String write(Target target) {
        if (text.isPresent() && form == Form.PLAIN && !length) {
            return target.encode(text.get());
        }
        Octets plain = text.map(value -> Octets.of(value.getBytes(StandardCharsets.UTF_8)))
                .orElse(octets);
        if (length && !plain.isEmpty()) {
            plain = prefixed(plain);
        }
        return switch (form) {
            case PLAIN -> target.encode(plain.toArray());
            case HEX -> plain.hex();
            case BASE64 -> target.encode(Base64.getEncoder().encodeToString(plain.toArray()));
        };
    }

    private static Octets prefixed(Octets plain) {
        if (plain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    ";len has one octet for the length, and the value has " + plain.length() + " octets");
        }
        return Octets.of((byte) plain.length()).concat(plain);
    }
}
