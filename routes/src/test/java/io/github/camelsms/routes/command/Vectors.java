package io.github.camelsms.routes.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The test vectors of the codec, of which the tests of the component tell more. */
final class Vectors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Vectors() {}

    static Stream<Vector> of(String file, String kind) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            List<Map<String, Object>> all =
                    JSON.readerFor(OBJECT).<Map<String, Object>>readValues(in).readAll();
            return all.stream().map(Vector::new).filter(vector -> kind.equals(vector.string("kind")));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** One vector; shown by its identity. */
    record Vector(Map<String, Object> json) {

        boolean has(String key) {
            return json.get(key) != null;
        }

        String string(String key) {
            return (String) json.get(key);
        }

        int integer(String key) {
            return (Integer) json.get(key);
        }

        boolean is(String key) {
            return Boolean.TRUE.equals(json.get(key));
        }

        Vector object(String key) {
            return new Vector(JSON.convertValue(json.get(key), OBJECT));
        }

        List<?> list(String key) {
            return (List<?>) json.get(key);
        }

        List<Vector> objects(String key) {
            return list(key).stream()
                    .map(each -> new Vector(JSON.convertValue(each, OBJECT)))
                    .toList();
        }

        Vector expect() {
            return object("expect");
        }

        @Override
        public String toString() {
            return string("id") + " " + string("name");
        }
    }
}
