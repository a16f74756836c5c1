package io.github.camelsms.routes.provider;

import io.github.camelsms.sms.camel.SmsConstants;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * What templates of providers say of 8-bit data beside the variables of the template language, as they want it:
 * {@code userdata} (header and data in hexadecimal with blanks), {@code esmclass} (SMPP 3.4, 5.2.12) and {@code port},
 * which is empty unless the header says nothing else.
 */
final class UserData {

    static final Set<String> NAMES = Set.of("userdata", "esmclass", "port");

    private static final HexFormat BLANKS = HexFormat.ofDelimiter(" ");
    private static final String UDHI = "64";
    /** 3GPP TS 23.040, 9.2.3.24.4: application port addressing with 16 bits. */
    private static final Pattern PORTS = Pattern.compile("0504([0-9A-F]{4})[0-9A-F]{4}");

    private UserData() {}

    static Map<String, String> of(Message message) {
        String udh = message.getHeader(SmsConstants.UDH, "", String.class).toUpperCase(Locale.ROOT);
        byte[] header = HexFormat.of().parseHex(udh);
        byte[] data = message.getBody() instanceof byte[] octets ? octets : new byte[0];
        String whole = (header.length == 0 ? "" : "%02x ".formatted(header.length) + BLANKS.formatHex(header) + " ")
                + BLANKS.formatHex(data);
        Matcher ports = PORTS.matcher(udh);
        return Map.of(
                "userdata", whole.strip(),
                "esmclass", header.length == 0 ? "0" : UDHI,
                "port", ports.matches() ? Integer.toString(Integer.parseInt(ports.group(1), 16)) : "");
    }
}
