package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The parameters of a query string or a form ({@code application/x-www-form-urlencoded}, WHATWG URL 5.1), read
 * strictly: a broken percent sequence, octets that are not UTF-8 and NUL are refused instead of replaced, because a
 * text that was changed on the way is worse than one that was refused. Only {@code &} separates. Names are read
 * without regard to case.
 */
public final class Parameters {

    private static final int MAX = 100;

    /**
     * @param name in lower case
     * @param value the text; empty for a parameter that is not one
     * @param octets what the percent sequences stand for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and seen in this package only
    record Parameter(String name, String value, byte[] octets) {}

    private final List<Parameter> parameters;

    private Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Reads the query and the form of a call; what stands in both is there twice. */
    public static Parameters of(HttpCall call) throws RefusedException {
        return of(call, Set.of(), MAX);
    }

    /**
     * The same for a dialect with parameters that are no text.
     *
     * @param octets names, in lower case, of parameters that may be any octets
     * @param most so many parameters
     */
    public static Parameters of(HttpCall call, Set<String> octets, int most) throws RefusedException {
        List<Parameter> parameters = new ArrayList<>();
        parse(call.query(), octets, most, parameters);
        parse(Form.of(call), octets, most, parameters);
        return new Parameters(parameters);
    }

    /**
     * Parameters that a dialect has read from another form of body, each once.
     *
     * @param values octets by name in lower case
     * @param octets names of those that may be any octets
     */
    public static Parameters of(Map<String, byte[]> values, Set<String> octets) throws RefusedException {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, byte[]> value : values.entrySet()) {
            String text = octets.contains(value.getKey()) ? "" : text(value.getValue());
            parameters.add(new Parameter(value.getKey(), text, value.getValue().clone()));
        }
        return new Parameters(parameters);
    }

    /**
     * Parameters that another protocol has read: an address, or the options of a mail.
     *
     * @param pairs names in lower case, and values
     */
    public static Parameters of(List<Map.Entry<String, String>> pairs) {
        return new Parameters(pairs.stream()
                .map(pair -> new Parameter(
                        pair.getKey(), pair.getValue(), pair.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static void parse(byte[] source, Set<String> octets, int most, List<Parameter> parameters)
            throws RefusedException {
        int start = 0;
        for (int i = 0; i <= source.length; i++) {
            if (i == source.length || source[i] == '&') {
                if (i > start) {
                    if (parameters.size() == most) {
                        throw Refusal.BODY_TOO_LARGE.because("more than " + most + " parameters");
                    }
                    parameters.add(parameter(source, start, i, octets));
                }
                start = i + 1;
            }
        }
    }

    private static Parameter parameter(byte[] source, int start, int end, Set<String> octets) throws RefusedException {
        int equals = start;
        while (equals < end && source[equals] != '=') {
            equals++;
        }
        String name = text(decode(source, start, equals)).toLowerCase(Locale.ROOT);
        byte[] value = equals == end ? new byte[0] : decode(source, equals + 1, end);
        return new Parameter(name, octets.contains(name) ? "" : text(value), value);
    }

    private static byte[] decode(byte[] source, int start, int end) throws RefusedException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            int octet = source[i];
            if (octet == '%') {
                octet = i + 2 < end ? hex(source[i + 1]) << 4 | hex(source[i + 2]) : -1;
                if (octet < 0) {
                    throw Refusal.BAD_ENCODING.because("a percent sign is not followed by two hexadecimal digits");
                }
                i += 2;
            } else if (octet == '+') {
                octet = ' ';
            }
            plain.write(octet);
        }
        return plain.toByteArray();
    }

    private static String text(byte[] octets) throws RefusedException {
        for (byte octet : octets) {
            if (octet == 0) {
                throw Refusal.BAD_ENCODING.because("a parameter holds a NUL");
            }
        }
        return utf8(octets);
    }

    /** Text in UTF-8, read strictly. */
    public static String utf8(byte[] octets) throws RefusedException {
        return CharsetText.decode(octets, StandardCharsets.UTF_8);
    }

    /** The value of a digit, or a negative number that stays negative when shifted and combined. */
    private static int hex(byte digit) {
        return isHex(digit) ? Character.digit(digit, 16) : -1;
    }

    private static boolean isHex(byte digit) {
        return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F');
    }

    /** All values of a parameter, in order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** The value of a parameter that may stand there once; an empty value is a value. */
    public Optional<String> single(String name) throws RefusedException {
        return one(name).map(Parameter::value);
    }

    /** The same, where an empty value says nothing. */
    public Optional<String> filled(String name) throws RefusedException {
        return single(name).filter(value -> !value.isEmpty());
    }

    /** The octets of a parameter that may stand there once. */
    public Optional<byte[]> octets(String name) throws RefusedException {
        return one(name).map(parameter -> parameter.octets().clone());
    }

    /** A number of at most nine digits; an empty value says nothing. */
    public OptionalInt number(String name, int min, int max) throws RefusedException {
        Optional<String> text = filled(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = text.get().matches("[0-9]{1,9}") ? Integer.parseInt(text.get()) : -1;
        if (value < min || value > max) {
            throw Refusal.BAD_PARAM.because(name + " is a number from " + min + " to " + max);
        }
        return OptionalInt.of(value);
    }

    /** Refuses parameters that are not among these. */
    public void only(Set<String> known) throws RefusedException {
        if (!parameters.stream().allMatch(parameter -> known.contains(parameter.name()))) {
            throw Refusal.BAD_PARAM.because("there is a parameter that is not known here; those are "
                    + String.join(", ", known.stream().sorted().toList()));
        }
    }

    /** The parameters in the order in which they stand there. */
    List<Parameter> inOrder() {
        return List.copyOf(parameters);
    }

    /** The first of several names of one parameter that is there; there may be one of them once. */
    public String nameOf(String... names) throws RefusedException {
        String found = names[0];
        int count = 0;
        for (String name : names) {
            if (one(name).isPresent()) {
                found = name;
                count++;
            }
        }
        if (count > 1) {
            throw twice(found);
        }
        return found;
    }

    private Optional<Parameter> one(String name) throws RefusedException {
        Optional<Parameter> found = Optional.empty();
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                if (found.isPresent()) {
                    throw twice(name);
                }
                found = Optional.of(parameter);
            }
        }
        return found;
    }

    private static RefusedException twice(String name) {
        return Refusal.DUPLICATE_PARAM.because("the parameter " + name + " is there more than once");
    }
}
