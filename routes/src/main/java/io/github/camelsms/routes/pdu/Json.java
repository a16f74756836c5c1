package io.github.camelsms.routes.pdu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelsms.sms.fields.FieldException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields as JSON objects of one line, and back. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();

    private final ObjectReader reader = MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});
    private final ObjectWriter writer = MAPPER.writer();

    public Map<String, Object> read(String line) throws JsonProcessingException {
        Map<String, Object> fields = line.isBlank() ? null : reader.readValue(line);
        if (fields == null) {
            throw new FieldException("line", "is one JSON object, in braces");
        }
        return fields;
    }

    public String write(Map<String, ?> fields) throws JsonProcessingException {
        return writer.writeValueAsString(fields);
    }

    String error(long line, FieldException e) throws JsonProcessingException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", e.field());
        e.octet().ifPresent(octet -> error.put("octet", octet));
        return error(line, error, e.problem());
    }

    String error(long line, String field, String problem) throws JsonProcessingException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", field);
        return error(line, error, problem);
    }

    private String error(long line, Map<String, Object> error, String problem) throws JsonProcessingException {
        error.put("message", problem);
        error.put("line", line);
        return write(Map.of("error", error));
    }

    /** What is wrong with a JSON text, in one line and without the text. */
    static String problem(JsonProcessingException e) {
        if (e instanceof MismatchedInputException) {
            return "it is no object in braces, or something stands behind it";
        }
        String message = e.getOriginalMessage();
        int end = message.indexOf(" (");
        String first = end < 0 ? message : message.substring(0, end);
        return e.getLocation() == null
                ? first
                : first + ", column " + e.getLocation().getColumnNr();
    }
}
