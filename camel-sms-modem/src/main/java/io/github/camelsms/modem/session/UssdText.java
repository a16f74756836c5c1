package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.UssdAnswer;
import io.github.camelsms.modem.profile.ModemProfile.UssdForm;
import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Service codes and what the network answers, in the forms in which modems write them: as they are, as the octets of
 * UCS-2 in hex, or as the octets of packed septets in hex (3GPP TS 23.038, 6.1.2.3).
 */
final class UssdText {

    private static final byte CR = 0x0D;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UssdText() {}

    /** A service code as this kind of modem takes it. */
    static String written(String code, UssdForm form) {
        if (form == UssdForm.TEXT) {
            return code;
        }
        byte[] septets = Gsm7Alphabet.DEFAULT.encode(code);
        // Seven spare bits would read as another character, so the standard has a CR there.
        if (septets.length % 8 == 7 || (septets.length % 8 == 0 && septets[septets.length - 1] == CR)) {
            septets = Arrays.copyOf(septets, septets.length + 1);
            septets[septets.length - 1] = CR;
        }
        return HEX.formatHex(SeptetPacking.pack(septets, 0));
    }

    /** What the network says, for a person. What does not look like the form is given as it is. */
    static String read(UssdAnswer answer, UssdForm form) {
        String text = answer.text();
        if (answer.isUcs2() && text.matches("([0-9A-Fa-f]{4})+")) {
            return new String(HEX.parseHex(text), StandardCharsets.UTF_16BE);
        }
        if (form == UssdForm.PACKED && !answer.isUcs2() && text.matches("([0-9A-Fa-f]{2})+")) {
            return unpacked(HEX.parseHex(text));
        }
        return text;
    }

    private static String unpacked(byte[] octets) {
        byte[] septets = SeptetPacking.unpack(octets, 0, 0, octets.length * 8 / 7);
        int length = septets.length;
        if (length > 0 && length % 8 == 0 && septets[length - 1] == CR) {
            length--;
        }
        return Gsm7Alphabet.DEFAULT.decode(Arrays.copyOf(septets, length));
    }
}
