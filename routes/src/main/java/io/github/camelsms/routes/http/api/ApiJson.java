package io.github.camelsms.routes.http.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.io.UncheckedIOException;

/** JSON (RFC 8259) as the API reads it, strictly, and writes it. */
final class ApiJson {

    private static final int DEEPEST = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiJson() {}

    /** One object, each of its names once, nothing behind it. */
    static ObjectNode object(String text) throws RefusedException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // what is wrong with it would repeat what came in
        }
        throw Refusal.BAD_REQUEST.because(
                "the body is not one JSON object, each name in it once, at most " + DEEPEST + " levels deep");
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer answer(int status, Object value) {
        return Answer.of(status, "application/json", write(value));
    }
}
