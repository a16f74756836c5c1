package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters of a query string or a form ({@code application/x-www-form-urlencoded}, WHATWG URL 5.1), read
 * strictly: a broken percent sequence, octets that are not UTF-8 and NUL are refused instead of replaced, because a
 * text that was changed on the way is worse than one that was refused. Only {@code &} separates.
 */
final class Parameters {

    private static final int MAX = 100;

    private record Parameter(String name, String value) {}

    private final List<Parameter> parameters;

    private Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Reads a query and a form; what stands in both is there twice. */
    static Parameters parse(byte[] query, byte[] form) throws RefusedException {
        List<Parameter> parameters = new ArrayList<>();
        parse(query, parameters);
        parse(form, parameters);
        return new Parameters(parameters);
    }

    private static void parse(byte[] octets, List<Parameter> parameters) throws RefusedException {
        int start = 0;
        for (int i = 0; i <= octets.length; i++) {
            if (i == octets.length || octets[i] == '&') {
                if (i > start) {
                    if (parameters.size() == MAX) {
                        throw Refusal.BODY_TOO_LARGE.because("more than " + MAX + " parameters");
                    }
                    parameters.add(parameter(octets, start, i));
                }
                start = i + 1;
            }
        }
    }

    private static Parameter parameter(byte[] octets, int start, int end) throws RefusedException {
        int equals = start;
        while (equals < end && octets[equals] != '=') {
            equals++;
        }
        String name = decode(octets, start, equals).toLowerCase(Locale.ROOT);
        return new Parameter(name, equals == end ? "" : decode(octets, equals + 1, end));
    }

    private static String decode(byte[] octets, int start, int end) throws RefusedException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            int octet = octets[i];
            if (octet == '%') {
                octet = i + 2 < end ? hex(octets[i + 1]) << 4 | hex(octets[i + 2]) : -1;
                if (octet < 0) {
                    throw Refusal.BAD_ENCODING.because("a percent sign is not followed by two hexadecimal digits");
                }
                i += 2;
            } else if (octet == '+') {
                octet = ' ';
            }
            if (octet == 0) {
                throw Refusal.BAD_ENCODING.because("a parameter holds a NUL");
            }
            plain.write(octet);
        }
        return utf8(plain.toByteArray());
    }

    static String utf8(byte[] octets) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.BAD_ENCODING.because("a parameter is not UTF-8");
        }
    }

    /** The value of a digit, or a negative number that stays negative when shifted and combined. */
    private static int hex(byte digit) {
        return isHex(digit) ? Character.digit(digit, 16) : -1;
    }

    private static boolean isHex(byte digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
    }

    /** The value of a parameter that may stand there once; an empty value is a value. */
    Optional<String> single(String name) throws RefusedException {
        List<String> values = parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
        if (values.size() > 1) {
            throw Refusal.DUPLICATE_PARAM.because("the parameter " + name + " is there more than once");
        }
        return values.stream().findFirst();
    }

    /** The same, where an empty value says nothing. */
    Optional<String> filled(String name) throws RefusedException {
        return single(name).filter(value -> !value.isEmpty());
    }
}
