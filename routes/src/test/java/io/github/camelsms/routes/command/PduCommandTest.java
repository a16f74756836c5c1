package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.command.Vectors.Vector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The pdu commands from line to line. */
class PduCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PART = "07919730071111F1400B919746121611F10000811170021222230B06080412350201C8340B";

    private static String filter(String command, InputStream input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(command, input, new PrintWriter(out, true, StandardCharsets.UTF_8)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int run(String command, InputStream input, PrintWriter out) {
        String[] words = command.split(" ", -1);
        Supplier<InputStream> stdin = () -> input;
        Object object =
                switch (words[0]) {
                    case "decode" -> new PduDecodeCommand(stdin);
                    case "encode" -> new PduEncodeCommand(stdin);
                    case "preview" -> new PduPreviewCommand(stdin);
                    default -> new PduJoinCommand(stdin);
                };
        CommandLine line = new CommandLine(object);
        line.setOut(out);
        return line.execute(List.of(words).subList(1, words.length).toArray(new String[0]));
    }

    private static List<String> filter(String command, List<String> lines) {
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return filter(command, new ByteArrayInputStream(input)).lines().toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static JsonNode one(String command, String line) {
        return json(filter(command, List.of(line)).get(0));
    }

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
    @ValueSource(strings = {"encode", "preview"})
    void aNameThatIsNotKnownIsSaidOnce(String command) {
        CommandLine line = new CommandLine(
                command.equals("encode")
                        ? new PduEncodeCommand(() -> input("{\"type\":\"DELIVER\",\"addr\":\"+1\",\"txt\":\"hi\"}"))
                        : new PduPreviewCommand(() -> input("{\"text\":\"hi\",\"txt\":\"hi\"}")));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        assertThat(line.execute()).isZero();
        assertThat(err.toString().lines()).containsExactly("warning: there is no field \"txt\", it is not read");
        assertThat(out.toString().lines()).hasSize(2).noneMatch(written -> written.contains("error"));
    }

    private static InputStream input(String line) {
        return new ByteArrayInputStream((line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
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
                .map(PduCommandTest::json)
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

    @Test
    void aHundredThousandLinesGoThroughLittleMemory() {
        int lines = 100_000;
        byte[] line = (PART + "\n").getBytes(StandardCharsets.UTF_8);
        CountingWriter out = new CountingWriter();

        assertThat(run("decode", new Repeated(line, lines), new PrintWriter(out)))
                .isZero();

        assertThat(out.lines).isEqualTo(lines);
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneComes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PipedInputStream input = new PipedInputStream();
                PipedOutputStream keyboard = new PipedOutputStream(input)) {
            CompletableFuture<Integer> command = CompletableFuture.supplyAsync(
                    () -> run("decode", input, new PrintWriter(out, false, StandardCharsets.UTF_8)));
            for (int i = 1; i <= 2; i++) {
                int answers = i;
                keyboard.write((PART + "\n").getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
                await().until(() -> out.toString(StandardCharsets.UTF_8).lines().count() == answers);
            }
            keyboard.close();
            assertThat(command.get()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "decode --direction mo --no-smsc", "encode", "preview", "join"})
    void noLineStopsIt(String command) {
        Random random = new Random(20_261_121);
        List<String> seeds = List.of(
                PART,
                "{\"type\":\"SUBMIT\",\"addr\":{\"number\":\"+1555\"},\"vp\":\"2026-11-21T10:00:00Z\",\"text\":\"hi\"}",
                "{\"text\":\"hi\",\"refBits\":8,\"maxParts\":1,\"locking\":1,\"single\":1}",
                "@1 " + PART,
                "[".repeat(50_000),
                "{\"text\":1e999999999}");
        List<String> lines = new ArrayList<>(seeds);
        for (int i = 0; i < 20_000; i++) {
            char[] mutated = seeds.get(random.nextInt(4)).toCharArray();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                char any = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0xFFFF);
                boolean usable = any != '\n' && any != '\r' && !Character.isSurrogate(any) && any < 0xFFFE;
                mutated[random.nextInt(mutated.length)] = usable ? any : '"';
            }
            lines.add(new String(mutated));
        }
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        String input = String.join("\n", lines) + "\n" + new String(noise, StandardCharsets.ISO_8859_1);

        String output = filter(command, new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(output.lines()).isNotEmpty().allSatisfy(line -> assertThat(
                        line.startsWith("{") ? json(line).isObject() : line.matches("[0-9A-F]+"))
                .isTrue());
    }

    @Test
    void itStopsWhenNobodyReads() {
        PrintWriter closed = new PrintWriter(new java.io.Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        assertThat(run("decode", new Repeated("00\n".getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE), closed))
                .isZero();
    }

    @Test
    void aLineWithoutEndIsNotKept() {
        byte[] digits = String.join("", Collections.nCopies(1024, "0")).getBytes(StandardCharsets.UTF_8);

        String out = filter("decode", new Repeated(digits, 20_000));

        assertThat(json(out).path("error").path("message").asText()).contains("1048576");
    }

    /** The same octets again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] octets;
        private long left;
        private int position;

        Repeated(byte[] octets, int times) {
            this.octets = octets;
            this.left = (long) octets.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            int octet = octets[position] & 0xFF;
            position = (position + 1) % octets.length;
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                into[from + i] = (byte) read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public int available() {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }

    private static final class CountingWriter extends java.io.Writer {

        private int lines;

        @Override
        public void write(char[] text, int from, int length) {
            for (int i = from; i < from + length; i++) {
                lines += text[i] == '\n' ? 1 : 0;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
