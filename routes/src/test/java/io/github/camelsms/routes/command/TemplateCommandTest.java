package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.command.Vectors.Vector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code template expand} from line to line. */
class TemplateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode expand(String line) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine command = new CommandLine(
                new TemplateExpandCommand(() -> new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        assertThat(command.execute()).isZero();
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    static Stream<Vector> vectors() {
        return Vectors.of("url_templates.jsonl", "url-template");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void vectorsAgree(Vector vector) throws Exception {
        Vector expect = vector.has("expect")
                ? vector.expect()
                : vector.objects("expect_options").get(0);
        JsonNode result = expand(JSON.writeValueAsString(Map.of(
                "template", vector.string("template"), "context", vector.json().get("context"))));
        assertThat(result.path("url").asText()).isEqualTo(expect.string("url"));
        if (expect.has("query")) {
            assertThat(result.get("query")).isEqualTo(JSON.valueToTree(expect.list("query")));
        }
    }

    @Test
    void aLineThatCannotBeUsedIsExplained() throws Exception {
        assertThat(expand("{\"template\":\"x\"}").at("/error/field").asText()).isEqualTo("context");
        assertThat(expand("{\"template\":\"%data;charset=x-no%\",\"context\":{\"data\":\"a\"}}")
                        .at("/error/message")
                        .asText())
                .contains("x-no");
        assertThat(expand("{\"template\":\"%data%\",\"context\":{\"binary\":true,\"data_hex\":\"0\"}}")
                        .at("/error/field")
                        .asText())
                .isEqualTo("context.data_hex");
    }
}
