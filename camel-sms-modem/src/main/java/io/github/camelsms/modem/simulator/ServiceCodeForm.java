package io.github.camelsms.modem.simulator;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Service codes and the answers of the network as a simulated modem writes them. */
record ServiceCodeForm(Personality.ServiceCodes form) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * The code that was meant.
     *
     * @throws IllegalArgumentException when it is not in this form
     */
    String read(String written) {
        if (form == Personality.ServiceCodes.TEXT) {
            return written;
        }
        byte[] octets = HEX.parseHex(written);
        return Gsm7Alphabet.DEFAULT
                .decode(SeptetPacking.unpack(octets, 0, 0, SeptetPacking.septets(octets.length, 0)))
                .strip();
    }

    /** The answer; what has no place in the default alphabet is written in the hex digits of its UCS-2. */
    String write(String answer) {
        if (scheme(answer) != 15) {
            return HEX.formatHex(answer.getBytes(StandardCharsets.UTF_16BE));
        }
        return form == Personality.ServiceCodes.TEXT
                ? answer
                : HEX.formatHex(SeptetPacking.pack(Gsm7Alphabet.DEFAULT.encode(padded(answer)), 0));
    }

    /** With the CR that keeps seven spare bits from reading as another character (3GPP TS 23.038, 6.1.2.3). */
    private static String padded(String answer) {
        return Gsm7Alphabet.DEFAULT.encode(answer).length % 8 == 7 ? answer + '\r' : answer;
    }

    /** The data coding scheme of the answer. */
    int scheme(String answer) {
        return Gsm7Alphabet.DEFAULT.firstUnencodable(answer).isPresent() ? 72 : 15;
    }
}
