package io.github.camelsms.sms.tpdu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** The test vectors under {@code vectors/}: one JSON object a line, each with its source and license. */
public final class Vectors {

    private Vectors() {}

    /** The vectors of one kind in a file. */
    public static Stream<Vector> of(String file, String kind) {
        return read(file).stream().filter(vector -> kind.equals(vector.string("kind")));
    }

    private static List<Vector> read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(Vectors::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Vector parse(String line) {
        try {
            return new Vector((JsonObject) Jsoner.deserialize(line));
        } catch (DeserializationException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    /** One vector; shown by its identity. */
    public record Vector(Map<String, Object> json) {

        public boolean has(String key) {
            return json.get(key) != null;
        }

        public String string(String key) {
            return (String) json.get(key);
        }

        public int integer(String key) {
            return ((Number) json.get(key)).intValue();
        }

        public int integer(String key, int otherwise) {
            return has(key) ? integer(key) : otherwise;
        }

        public boolean is(String key) {
            return Boolean.TRUE.equals(json.get(key));
        }

        @SuppressWarnings("unchecked")
        public Vector object(String key) {
            return new Vector((Map<String, Object>) json.get(key));
        }

        public List<?> list(String key) {
            return (List<?>) json.get(key);
        }

        @SuppressWarnings("unchecked")
        public List<Vector> objects(String key) {
            return list(key).stream()
                    .map(each -> new Vector((Map<String, Object>) each))
                    .toList();
        }

        public Vector expect() {
            return object("expect");
        }

        public byte[] octets(String key) {
            return Octets.ofHex(string(key)).toArray();
        }

        @Override
        public String toString() {
            return string("id") + " " + string("name");
        }
    }
}
