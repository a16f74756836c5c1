package io.github.camelsms.modem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** Test vectors from the class path. */
public final class Vectors {

    private Vectors() {}

    public static Stream<JsonObject> load(String file, String... kinds) {
        List<String> wanted = List.of(kinds);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Vectors.class.getResourceAsStream("/vectors/" + file), StandardCharsets.UTF_8))) {
            return in.lines().toList().stream()
                    .map(Vectors::parse)
                    .filter(v -> wanted.isEmpty() || wanted.contains(v.getString("kind")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject parse(String line) {
        try {
            return (JsonObject) Jsoner.deserialize(line);
        } catch (DeserializationException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
