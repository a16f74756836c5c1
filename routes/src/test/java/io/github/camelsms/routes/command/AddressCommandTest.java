package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.command.Vectors.Vector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code address parse} from line to line. */
class AddressCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode parse(String line, String... options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine command = new CommandLine(
                new AddressParseCommand(() -> new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        assertThat(command.execute(options)).isZero();
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    static Stream<Vector> addresses() {
        return Stream.concat(Vectors.of("sms_uri.jsonl", "sms-uri"), Vectors.of("sms_uri.jsonl", "sms-uri-rfc5724"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressesAgree(Vector vector) throws Exception {
        Vector expect = vector.has("expect")
                ? vector.expect()
                : vector.objects("expect_options").get(0).expect();
        JsonNode result = parse(vector.string("uri"));
        if (expect.is("error")) {
            assertThat(result.at("/error/message").asText()).isNotEmpty();
            return;
        }
        assertThat(result.has("error")).as(result.toString()).isFalse();
        JsonNode expected = JSON.valueToTree(expect.json());
        expected.properties().forEach(field -> {
            JsonNode value = result.path(field.getKey());
            if (field.getValue().isObject()) {
                field.getValue().properties().forEach(inner -> assertThat(value.get(inner.getKey()))
                        .isEqualTo(inner.getValue()));
            } else {
                assertThat(value).isEqualTo(field.getValue());
            }
        });
    }

    static Stream<Vector> tags() {
        return Vectors.of("email_rules.jsonl", "email-tag");
    }

    @ParameterizedTest
    @MethodSource("tags")
    void mailboxesInTextsAgree(Vector vector) throws Exception {
        JsonNode result = parse(vector.string("body"), "--text");
        assertThat(result.get("email"))
                .isEqualTo(JSON.valueToTree(vector.expect().json().get("email")));
        if (vector.expect().has("stripped")) {
            assertThat(result.get("stripped").asText())
                    .isEqualTo(vector.expect().string("stripped"));
        }
    }

    @Test
    void aNumberNamesItsGateway() throws Exception {
        JsonNode result = parse("+1 555 123-4567@us&sender=Desk");
        assertThat(result.path("number").asText()).isEqualTo("+15551234567");
        assertThat(result.path("gateway").asText()).isEqualTo("us");
        assertThat(result.at("/params/sender").asText()).isEqualTo("Desk");
    }
}
