package io.github.camelsms.sms.address;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of an address, such as {@code user=john&pass=x&maxmsgs=3} (IceWarp SMS service, Available Parameters).
 * Names are read without regard to case. Of percent codes those of printable ASCII are decoded; any other percent sign
 * stands for itself, because {@code john%dev.example.org} is a user of a domain. A plus is a plus.
 */
public final class SmsParameters {

    /** The most parts that may be asked for. */
    public static final int MOST_PARTS = 128;

    /** No parameters. */
    public static final SmsParameters NONE = new SmsParameters(Map.of(), List.of());

    private static final int MAX = 100;

    private final Map<String, String> values;
    private final List<String> custom;

    private SmsParameters(Map<String, String> values, List<String> custom) {
        this.values = values;
        this.custom = custom;
    }

    /**
     * Reads what stands behind the question mark.
     *
     * @throws IllegalArgumentException when a parameter that may stand there once stands there twice
     */
    public static SmsParameters parse(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> custom = new ArrayList<>();
        String[] pairs = query.split("&", -1);
        if (pairs.length > MAX) {
            throw new IllegalArgumentException("an address has at most " + MAX + " parameters");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name =
                    printable(equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            String decoded = name.equals("body") ? text(value) : printable(value);
            if (name.equals("value")) {
                custom.add(decoded);
            } else if (!name.isEmpty() && values.put(name, decoded) != null) {
                throw new IllegalArgumentException("a parameter of the address is there more than once");
            }
        }
        return new SmsParameters(java.util.Collections.unmodifiableMap(values), List.copyOf(custom));
    }

    /** Name and password, where a name is given. */
    public Optional<AddressCredentials> credentials() {
        return value("user").map(user -> new AddressCredentials(user, values.getOrDefault("pass", "")));
    }

    /** The same without name and password, and without {@code authenticated}: what may be handed on. */
    public SmsParameters withoutCredentials() {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(List.of("user", "pass", "authenticated"));
        return new SmsParameters(java.util.Collections.unmodifiableMap(others), custom);
    }

    /**
     * {@code maxmsgs}.
     *
     * @throws IllegalArgumentException when it is not 1 to {@value #MOST_PARTS}
     */
    public OptionalInt maxParts() {
        Optional<String> text = value("maxmsgs");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int parts = text.get().matches("[0-9]{1,3}") ? Integer.parseInt(text.get()) : 0;
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("maxmsgs is 1 to " + MOST_PARTS);
        }
        return OptionalInt.of(parts);
    }

    /** One parameter by its name in lower case. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The values of {@code value}, which are for the gateway and may be several. */
    public List<String> custom() {
        return custom;
    }

    /** All of them but {@code value}, in order; credentials and {@code authenticated} among them, so handle with care. */
    public Map<String, String> all() {
        return values;
    }

    /** The names alone: any value may be a secret. */
    @Override
    public String toString() {
        return "SmsParameters" + values.keySet();
    }

    /** Decodes the percent codes of printable ASCII. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = code(text, i);
            if (code >= ' ' && code < 0x7F) {
                out.append((char) code);
                i += 2;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /** The text of a message (RFC 5724, 2.2): all percent codes, which are UTF-8. */
    private static String text(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(octets.length);
        String units = new String(octets, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < octets.length; i++) {
            int code = code(units, i);
            out.write(code < 0 ? octets[i] : code);
            i += code < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The value of a percent code, or a negative number. */
    private static int code(String text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return -1;
        }
        return digit(text.charAt(at + 1)) << 4 | digit(text.charAt(at + 2));
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
