package io.github.camelsms.routes.command;

import static io.github.camelsms.routes.command.PduCommands.JSON;
import static io.github.camelsms.routes.command.PduCommands.filter;
import static io.github.camelsms.routes.command.PduCommands.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsms.routes.command.Vectors.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pdu commands, held to vectors and to the examples of the manual. */
class PduVectorsTest {

    private static String decode(Vector vector) {
        return "decode --direction " + vector.string("direction") + (vector.is("sca") ? "" : " --no-smsc");
    }

    static Stream<Vector> pdus() {
        return Stream.concat(
                Vectors.of("pdu_decode.jsonl", "pdu-decode"), Vectors.of("pdu_encode.jsonl", "pdu-encode"));
    }

    static Stream<Vector> invalid() {
        return Vectors.of("pdu_invalid.jsonl", "pdu-invalid");
    }

    static Stream<Vector> previews() {
        return Stream.concat(Vectors.of("segmentation.jsonl", "segment"), Vectors.of("segmentation.jsonl", "truncate"));
    }

    static Stream<Vector> joins() {
        return Vectors.of("reassembly.jsonl", "reassembly");
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void decodesAndEncodesTheVectors(Vector vector) throws IOException {
        JsonNode fields = one(decode(vector), vector.string("hex"));
        assertSays(JSON.valueToTree(vector.expect().json()), fields);

        String again = filter("encode", List.of(fields.toString())).get(0);
        assertThat(again).isEqualTo(vector.string("hex"));
    }

    private static void assertSays(JsonNode expected, JsonNode actual) {
        expected.properties().forEach(field -> {
            JsonNode value = actual.path(field.getKey());
            if (field.getValue().isObject()) {
                assertSays(field.getValue(), value);
            } else {
                assertThat(value.asText())
                        .as(field.getKey())
                        .isEqualTo(field.getValue().asText());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void explainsWhatCannotBeRead(Vector vector) {
        JsonNode error = one(decode(vector), vector.string("hex")).path("error");

        assertThat(error.path("field").asText()).isNotEmpty();
        assertThat(error.path("octet").isInt()).isTrue();
        assertThat(error.path("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("previews")
    void previewsTheVectors(Vector vector) throws IOException {
        JsonNode preview = one("preview", JSON.writeValueAsString(request(vector)));
        Map<String, String> names =
                Map.of("part_texts", "partTexts", "part_units", "partUnits", "lengths", "partUnits");
        JSON.valueToTree(vector.expect().json()).properties().forEach(expected -> {
            JsonNode value =
                    switch (expected.getKey()) {
                        case "text" -> JSON.valueToTree(String.join("", texts(preview)));
                        case "part_lengths" ->
                            JSON.valueToTree(
                                    texts(preview).stream().map(String::length).toList());
                        default -> preview.path(names.getOrDefault(expected.getKey(), expected.getKey()));
                    };
            assertThat(value.toString())
                    .as(expected.getKey())
                    .isEqualTo(expected.getValue().toString());
        });
    }

    private static List<String> texts(JsonNode preview) {
        List<String> texts = new ArrayList<>();
        preview.path("partTexts").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, Object> request(Vector vector) {
        Map<String, Object> request = new HashMap<>();
        Map.of(
                        "text",
                        "text",
                        "data",
                        "data",
                        "refbits",
                        "refBits",
                        "maxmsgs",
                        "maxParts",
                        "lock",
                        "locking",
                        "shift",
                        "single",
                        "force",
                        "alphabet")
                .forEach((theirs, ours) -> {
                    if (vector.has(theirs)) {
                        request.put(ours, vector.json().get(theirs));
                    }
                });
        if (vector.has("repeat")) {
            StringBuilder text = new StringBuilder();
            for (Object each : vector.list("repeat")) {
                List<?> repeat = (List<?>) each;
                text.append(((String) repeat.get(0)).repeat(((Number) repeat.get(1)).intValue()));
            }
            request.put("text", text.toString());
        }
        if (vector.string("name").contains("03 03 010203")) {
            request.put("ies", List.of(Map.of("iei", "03", "data", "010203")));
        }
        return request;
    }

    @ParameterizedTest
    @MethodSource("joins")
    void joinsTheVectors(Vector vector) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Vector event : vector.objects("events")) {
            lines.add("@" + event.integer("at") + " " + pdu(event));
        }
        List<String> expected = new ArrayList<>();
        for (Vector out : vector.expect().objects("outs")) {
            if (out.has("out")) {
                expected.add(JSON.writeValueAsString(out.json().get("out")));
            }
        }
        List<String> actual = filter("join", lines).stream()
                .map(PduCommands::json)
                .filter(out -> !out.has("partial"))
                .map(out ->
                        out.has("duplicate") ? "{\"duplicate\":true}" : "{\"complete\":" + out.path("complete") + "}")
                .toList();

        assertThat(actual).isEqualTo(expected);
    }

    private static String pdu(Vector event) throws IOException {
        if (event.has("pdu")) {
            return event.string("pdu");
        }
        Vector part = event.object("part");
        Map<String, Object> concat = new HashMap<>(part.json());
        concat.keySet().retainAll(List.of("ref", "total", "seq", "bits"));
        Map<String, Object> fields = Map.of(
                "type",
                "DELIVER",
                "addr",
                part.string("from"),
                "scts",
                "2026-11-21T10:00:00+00:00",
                "text",
                part.string("text"),
                "concat",
                concat);
        return filter("encode", List.of(JSON.writeValueAsString(fields))).get(0);
    }

    @Test
    void theExamplesOfTheManualAreTrue() throws IOException {
        String manual = Files.readString(Path.of("../docs/pdu.md"));
        Matcher example = Pattern.compile("\\$ echo '?(.*?)'? \\| ./sms-gateway pdu (.*)\n(.*)\n")
                .matcher(manual);
        int count = 0;
        while (example.find()) {
            assertThat(filter(example.group(2), List.of(example.group(1)))).containsExactly(example.group(3));
            count++;
        }
        assertThat(count).isEqualTo(5);
    }
}
