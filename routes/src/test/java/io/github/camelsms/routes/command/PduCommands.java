package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The pdu commands, run from line to line in this process. */
final class PduCommands {

    static final ObjectMapper JSON = new ObjectMapper();

    static final String PART = "07919730071111F1400B919746121611F10000811170021222230B06080412350201C8340B";

    static String filter(String command, InputStream input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(command, input, new PrintWriter(out, true, StandardCharsets.UTF_8)))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    static int run(String command, InputStream input, PrintWriter out) {
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

    static List<String> filter(String command, List<String> lines) {
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return filter(command, new ByteArrayInputStream(input)).lines().toList();
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    static JsonNode one(String command, String line) {
        return json(filter(command, List.of(line)).get(0));
    }

    static InputStream input(String line) {
        return new ByteArrayInputStream((line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private PduCommands() {}
}
