package io.github.camelsms.routes.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The JSON object in the body of a request: only names that are known, each with a value of its type. */
final class JsonBody {

    private final ObjectNode object;

    private JsonBody(ObjectNode object) {
        this.object = object;
    }

    /**
     * @param known all names that may stand there
     */
    static JsonBody of(HttpCall call, Set<String> known) throws RefusedException {
        String type = call.field("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!type.equals("application/json")) {
            throw Refusal.UNSUPPORTED_MEDIA_TYPE.because("the body has to be application/json");
        }
        ObjectNode object = ApiJson.object(Parameters.utf8(call.body()));
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                throw Refusal.BAD_PARAM.because("there is a name that is not known here; those are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return new JsonBody(object);
    }

    Optional<String> text(String name) throws RefusedException {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            throw wrong(name, "a string");
        }
        return value.map(JsonNode::textValue);
    }

    /** Whether the name stands there, with {@code null} too. */
    boolean has(String name) {
        return object.has(name);
    }

    /** A string that was checked to be one; {@code null} is none. */
    Optional<String> shown(String name) {
        return value(name).map(JsonNode::asText).filter(text -> !text.isEmpty());
    }

    /**
     * A string, a number, true or false, or an array of strings with commas between them; an empty text for
     * {@code null}, nothing when the name does not stand there.
     */
    Optional<String> written(String name) throws RefusedException {
        JsonNode node = object.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node.isArray()) {
            return Optional.of(String.join(",", texts(name)));
        }
        if (node.isNull()) {
            return Optional.of("");
        }
        if (node.isTextual() || node.isIntegralNumber() || node.isBoolean()) {
            return Optional.of(node.asText());
        }
        throw wrong(name, "a string, a number, true or false, or an array of strings");
    }

    /** A string, or an array of strings. */
    List<String> texts(String name) throws RefusedException {
        Optional<JsonNode> value = value(name);
        List<String> texts = new ArrayList<>();
        if (value.isPresent() && value.get().isArray()) {
            if (value.get().size() > SubmitRequest.MOST_RECIPIENTS) {
                throw Refusal.BODY_TOO_LARGE.because(
                        name + " has at most " + SubmitRequest.MOST_RECIPIENTS + " elements");
            }
            for (JsonNode element : value.get()) {
                if (!element.isTextual()) {
                    throw wrong(name, "a string or an array of strings");
                }
                texts.add(element.textValue());
            }
        } else {
            text(name).ifPresent(texts::add);
        }
        return texts;
    }

    Optional<Integer> number(String name, int min, int max) throws RefusedException {
        Optional<JsonNode> value = value(name);
        if (value.isPresent()
                && (!value.get().isInt()
                        || value.get().intValue() < min
                        || value.get().intValue() > max)) {
            throw wrong(name, "a number from " + min + " to " + max);
        }
        return value.map(JsonNode::intValue);
    }

    Optional<Boolean> flag(String name) throws RefusedException {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.map(JsonNode::booleanValue);
    }

    /** A time of RFC 3339. */
    Optional<Instant> time(String name) throws RefusedException {
        Optional<String> text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(time(name, text.get()));
    }

    static Instant time(String name, String text) throws RefusedException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong(name, "a time with its zone, such as 2026-11-22T09:30:00Z");
        }
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private static RefusedException wrong(String name, String expected) {
        return Refusal.BAD_PARAM.because(name + " is " + expected);
    }
}
