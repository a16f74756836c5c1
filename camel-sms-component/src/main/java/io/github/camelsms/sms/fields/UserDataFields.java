package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * TP-UD: {@code text}, or {@code data} in hex. Where the text says less than was transmitted, because a character is
 * reserved or cut in two, {@code septets} (one an octet) or {@code data} stands beside it and wins.
 */
final class UserDataFields {

    private static final String TEXT = "text";
    private static final String DATA = "data";
    private static final String SEPTETS = "septets";

    private UserDataFields() {}

    static void write(UserData userData, Map<String, Object> out) {
        out.put(AlphabetWord.NAME, AlphabetWord.of(userData.alphabet()));
        userData.header().ifPresent(header -> HeaderFields.write(header, out));
        userData.text().ifPresent(text -> out.put(TEXT, text));
        byte[] payload = userData.payload().toArray();
        switch (userData.alphabet()) {
            case OCTETS -> out.put(DATA, userData.payload().hex());
            case UCS2 -> {
                if (!Arrays.equals(userData.text().orElseThrow().getBytes(StandardCharsets.UTF_16BE), payload)) {
                    out.put(DATA, userData.payload().hex());
                }
            }
            case GSM7 -> {
                if (!encodesTo(userData.gsm7Alphabet(), userData.text().orElseThrow(), payload)) {
                    out.put(SEPTETS, userData.payload().hex());
                }
            }
        }
    }

    private static boolean encodesTo(Gsm7Alphabet alphabet, String text, byte[] septets) {
        return alphabet.firstUnencodable(text).isEmpty() && Arrays.equals(alphabet.encode(text), septets);
    }

    static boolean isPresent(Fields in) {
        return in.has(TEXT) || in.has(DATA) || in.has(SEPTETS) || in.has("ies") || in.has("concat") || in.has("ports");
    }

    /** The scheme that is given, or one for the text or data that is there. */
    static DataCodingScheme scheme(Fields in) {
        return CodingFields.read(in).orElseGet(() -> CodingFields.of(alphabet(in), in));
    }

    private static Alphabet alphabet(Fields in) {
        return AlphabetWord.read(in).orElseGet(() -> {
            if (in.has(SEPTETS)) {
                return Alphabet.GSM7;
            } else if (in.has(DATA)) {
                return in.has(TEXT) ? Alphabet.UCS2 : Alphabet.OCTETS;
            }
            String text = in.text(TEXT).orElse("");
            return gsm7(HeaderFields.read(in)).firstUnencodable(text).isEmpty() ? Alphabet.GSM7 : Alphabet.UCS2;
        });
    }

    static UserData read(Fields in, DataCodingScheme scheme) {
        Optional<UserDataHeader> header = HeaderFields.read(in);
        Alphabet alphabet = scheme.userDataAlphabet();
        String field = in.has(SEPTETS) ? SEPTETS : in.has(DATA) ? DATA : TEXT;
        return in.checked(field, () -> new UserData(header, alphabet, payload(in, header, alphabet)));
    }

    private static Octets payload(Fields in, Optional<UserDataHeader> header, Alphabet alphabet) {
        if (alphabet == Alphabet.GSM7) {
            if (in.has(DATA)) {
                throw in.fail(DATA, "is for 8bit and ucs2; with this dcs give text");
            }
            return in.hex(SEPTETS)
                    .orElseGet(() -> Octets.of(gsm7(header).encode(in.text(TEXT).orElse(""))));
        }
        Optional<Octets> data = in.hex(DATA);
        if (data.isEmpty() && alphabet == Alphabet.OCTETS && in.has(TEXT)) {
            throw in.fail(TEXT, "is for gsm7 and ucs2; with this dcs give data in hex");
        }
        return data.orElseGet(() -> Octets.of(in.text(TEXT).orElse("").getBytes(StandardCharsets.UTF_16BE)));
    }

    private static Gsm7Alphabet gsm7(Optional<UserDataHeader> header) {
        return header.map(UserDataHeader::gsm7Alphabet).orElse(Gsm7Alphabet.DEFAULT);
    }
}
