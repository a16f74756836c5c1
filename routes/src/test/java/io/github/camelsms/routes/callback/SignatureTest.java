package io.github.camelsms.routes.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.provider.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that {@code signatures.py} has signed are believed, and not when one thing in them is changed. */
class SignatureTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<JsonNode> calls() {
        try (var in = SignatureTest.class.getResourceAsStream("/providers/signatures.jsonl")) {
            return JSON.readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(JsonNode each) {
        Map<String, String> fields = new TreeMap<>();
        each.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    private static boolean isBelieved(JsonNode each, String query, String body, Map<String, String> fields, long later)
            throws RefusedException {
        HttpCall call = HttpCall.take(
                each.path("method").asText(),
                each.path("path").asText(),
                query.getBytes(StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_8),
                List.copyOf(fields.entrySet()),
                InetAddress.getLoopbackAddress());
        String secret = each.path("secret").asText();
        Definition gateway = Definition.of(Map.of(
                "gateway",
                "g",
                "provider",
                each.path("provider").asText(),
                "secret",
                secret,
                "signingKey",
                secret,
                "callback",
                "https://cb.example/"));
        Instant now = Instant.ofEpochSecond(each.path("now").asLong() + later);
        return Signature.verify(call, CallbackDocument.of(call, ""), gateway, now);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallIsBelievedAsItWasSigned(JsonNode each) throws Exception {
        String query = each.path("query").asText();
        String body = each.path("body").asText();
        Map<String, String> fields = fields(each);
        assertThat(isBelieved(each, query, body, fields, 0)).isTrue();
        assertThat(isBelieved(each, query, body, fields, 3600))
                .as("an hour later")
                .isEqualTo(!each.path("fresh").asBoolean());
        boolean coversAll = !each.path("name").asText().equals("plivo v2");
        assertThat(isBelieved(each, query.replace("4917", "4918"), body.replace("4917", "4918"), fields, 0))
                .as("another sender")
                .isEqualTo(!coversAll);
        Map<String, String> changed = new TreeMap<>(fields);
        changed.replaceAll(
                (name, value) -> name.equals("content-type") ? value : value.replaceFirst("[a-zA-Z0-9]", "_"));
        assertThat(isBelieved(
                        each, query.replace("&sig=", "&sig=_"), body.replaceAll("\"sig\": \"|sig=", "$0_"), changed, 0))
                .as("another signature")
                .isFalse();
        changed.keySet().removeIf(name -> !name.equals("content-type"));
        assertThat(isBelieved(each, query.replace("&sig=", "&gis="), body.replace("sig", "gis"), changed, 0))
                .as("no signature")
                .isFalse();
    }
}
