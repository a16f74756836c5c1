package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.TpduException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The fields that somebody has written, read one by one: what is missing is empty, what is of another kind than it should
 * be is a {@link FieldException} with its path. A field that is null is missing.
 */
final class Fields {

    private static final int MAX_OCTET = 0xFF;

    private final String path;
    private final Map<?, ?> values;

    private Fields(String path, Map<?, ?> values) {
        this.path = path;
        this.values = values;
    }

    static Fields of(Map<?, ?> values) {
        return new Fields("", values);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** Whether the field is there and says null. */
    boolean isNull(String name) {
        return values.containsKey(name) && values.get(name) == null;
    }

    boolean isNumber(String name) {
        return values.get(name) instanceof Number;
    }

    boolean isText(String name) {
        return values.get(name) instanceof String;
    }

    Optional<Integer> octet(String name) {
        return integer(name, 0, MAX_OCTET);
    }

    Optional<Integer> integer(String name, int min, int max) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (values.get(name) instanceof Integer number && number >= min && number <= max) {
            return Optional.of(number);
        }
        throw fail(name, "is a number from " + min + " to " + max + ", not " + shown(name));
    }

    /** True, false, or one of their numbers, 1 and 0. */
    Optional<Boolean> flag(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        return Optional.of(
                values.get(name) instanceof Boolean flag
                        ? flag
                        : integer(name, 0, 1).orElseThrow() == 1);
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (values.get(name) instanceof String text) {
            requireWholeCharacters(name, text);
            return Optional.of(text);
        }
        throw fail(name, "is a text in quotation marks, not " + shown(name));
    }

    Optional<Octets> hex(String name) {
        return text(name).map(digits -> checked(name, () -> Octets.ofHex(digits)));
    }

    Optional<Fields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (values.get(name) instanceof Map<?, ?> object) {
            return Optional.of(new Fields(at(name) + ".", object));
        }
        throw fail(name, "is an object in braces, not " + shown(name));
    }

    Optional<List<Fields>> objects(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!(values.get(name) instanceof List<?> list)) {
            throw fail(name, "is a list in brackets, not " + shown(name));
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (Object each : list) {
            String index = name + "[" + objects.size() + "]";
            if (!(each instanceof Map<?, ?> object)) {
                throw fail(index, "is an object in braces");
            }
            objects.add(new Fields(at(index) + ".", object));
        }
        return Optional.of(objects);
    }

    /** A value that checks itself: what it finds wrong is said of this field. */
    <T> T checked(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (FieldException e) {
            throw e;
        } catch (TpduException e) {
            throw fail(name, e.problem());
        } catch (IllegalArgumentException e) {
            throw fail(name, e.getMessage());
        }
    }

    FieldException fail(String name, String problem) {
        return new FieldException(at(name), problem);
    }

    private String at(String name) {
        return path + name;
    }

    private String shown(String name) {
        Object value = values.get(name);
        return value instanceof Number || value instanceof Boolean ? value.toString() : "something else";
    }

    private void requireWholeCharacters(String name, String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isSurrogate(text.charAt(i)) && Character.charCount(text.codePointAt(i)) == 1) {
                throw fail(name, "has half of a surrogate pair at " + i);
            }
        }
    }
}
