package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The other two bodies that {@code sendsms} takes by POST (Kannel user guide, "Sending SMS"): the text itself with
 * {@code X-Kannel-…} header fields, and XML. Both become the parameters that a query would hold.
 */
final class KannelPost {

    private static final String PREFIX = "x-kannel-";
    private static final List<String> FIELDS = List.of(
            "from",
            "to",
            "username",
            "password",
            "smsc",
            "udh",
            "dlr-url",
            "dlr-mask",
            "account",
            "binfo",
            "coding",
            "pid",
            "mclass",
            "mwi",
            "alt-dcs",
            "compress",
            "validity",
            "deferred",
            "rpi",
            "priority");

    private KannelPost() {}

    /** The parameters, when the call is one of the two. */
    static Optional<Parameters> of(HttpCall call) throws RefusedException {
        if (!call.method().equals("POST")) {
            return Optional.empty();
        }
        String[] type =
                call.field("content-type").orElse("").toLowerCase(Locale.ROOT).split(";", 2);
        String bare = type[0].strip();
        if (bare.equals("text/xml") || bare.equals("application/xml")) {
            return Optional.of(Parameters.of(octets(KannelXml.read(call.body())), KannelParameters.OCTETS));
        }
        if (FIELDS.stream().noneMatch(field -> call.field(PREFIX + field).isPresent())) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            call.field(PREFIX + field).ifPresent(value -> values.put(field, value));
        }
        if (bare.equals("application/octet-stream")) {
            values.putIfAbsent("coding", "1");
        }
        charset(type).ifPresent(charset -> values.put("charset", charset));
        Map<String, byte[]> octets = octets(values);
        octets.put("text", call.body());
        return Optional.of(Parameters.of(octets, KannelParameters.OCTETS));
    }

    private static Optional<String> charset(String[] type) {
        if (type.length == 1) {
            return Optional.empty();
        }
        return List.of(type[1].split(";", -1)).stream()
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("charset="))
                .map(parameter -> parameter.substring("charset=".length()).replace("\"", ""))
                .findFirst();
    }

    private static Map<String, byte[]> octets(Map<String, String> values) throws RefusedException {
        Map<String, byte[]> octets = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            octets.put(
                    value.getKey(),
                    value.getKey().equals("udh")
                            ? header(value.getValue())
                            : value.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return octets;
    }

    private static byte[] header(String hex) throws RefusedException {
        try {
            return HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_UDH.because("the user data header is written in hexadecimal digits");
        }
    }
}
