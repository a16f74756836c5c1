package io.github.camelsms.routes.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsms.routes.http.HttpCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call says, as JSON: its body, or the parameters of its query and its form as one object.
 *
 * @param json never null
 * @param query parameters of the query alone
 * @param form parameters of the form alone
 */
record CallbackDocument(JsonNode json, Map<String, String> query, Map<String, String> form) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_PARAMETERS = 200;

    /**
     * @param charsetParameter name of the parameter that names the character set of the others; empty for UTF-8
     * @throws IllegalArgumentException when it cannot be read
     */
    static CallbackDocument of(HttpCall call, String charsetParameter) {
        boolean isForm = isForm(call);
        Map<String, String> query = pairs(call.query(), StandardCharsets.UTF_8);
        Map<String, String> form = isForm ? pairs(call.body(), StandardCharsets.UTF_8) : Map.of();
        Charset charset = charset(form.getOrDefault(charsetParameter, query.getOrDefault(charsetParameter, "UTF-8")));
        if (!charset.equals(StandardCharsets.UTF_8)) {
            query = pairs(call.query(), charset);
            form = isForm ? pairs(call.body(), charset) : Map.of();
        }
        if (!isForm && call.body().length > 0) {
            try {
                return new CallbackDocument(JSON.readTree(call.body()), query, form);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("the body is neither a form nor JSON", e);
            } catch (java.io.IOException e) {
                throw new IllegalArgumentException("the body cannot be read", e);
            }
        }
        ObjectNode flat = JSON.createObjectNode();
        query.forEach(flat::put);
        form.forEach(flat::put);
        return new CallbackDocument(flat, query, form);
    }

    private static boolean isForm(HttpCall call) {
        return call.field("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Map<String, String> pairs(byte[] octets, Charset charset) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && pairs.size() < MAX_PARAMETERS) {
                pairs.putIfAbsent(
                        decode(equals < 0 ? pair : pair.substring(0, equals), charset),
                        equals < 0 ? "" : decode(pair.substring(equals + 1), charset));
            }
        }
        return pairs;
    }

    private static String decode(String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int code = i + 2 < text.length()
                        ? Character.digit(text.charAt(i + 1), 16) << 4 | Character.digit(text.charAt(i + 2), 16)
                        : -1;
                if (code < 0) {
                    throw new IllegalArgumentException("a percent sign is not followed by two hexadecimal digits");
                }
                out.write(code);
                i += 2;
            } else {
                out.write(c == '+' ? ' ' : c);
            }
        }
        return out.toString(charset);
    }

    /** Neither text nor numbers. */
    @Override
    public String toString() {
        return "CallbackDocument";
    }
}
