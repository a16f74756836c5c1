package io.github.camelsms.routes.callback;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A call as it came in; nothing of it is decoded yet, and none of it is a Camel header.
 *
 * @param path without the query
 * @param query without the question mark, empty when there is none
 * @param body one character an octet (ISO 8859-1)
 * @param fields header fields, by their names in lower case
 */
record CallbackCall(String method, String path, String query, String body, Map<String, String> fields) {

    CallbackCall {
        fields = Map.copyOf(fields);
    }

    byte[] octets() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    boolean isForm() {
        return field("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    }

    /** The provider that the path names: {@code /sms/receive_twilio}, also with {@code .html} behind it. */
    String provider() {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.html?$", "");
        return name.matches("receive_[A-Za-z0-9_-]{1,40}") ? name.substring("receive_".length()) : "";
    }

    @Override
    public String toString() {
        return "CallbackCall[" + method + "]";
    }
}
