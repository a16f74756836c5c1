package io.github.camelsms.routes.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a provider has answered.
 *
 * @param body as text
 * @param json the same as JSON; missing when it is none
 * @param retryAfter how long to wait, where the answer says that in seconds
 */
record ProviderAnswer(int status, String body, JsonNode json, Optional<Duration> retryAfter) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_WAIT = 3600;

    static ProviderAnswer of(int status, String body, Optional<String> retryAfter) {
        JsonNode json = MissingNode.getInstance();
        String start = body.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            try {
                json = JSON.readTree(body);
            } catch (JsonProcessingException e) {
                // then it is text, and the rules for JSON find nothing
            }
        }
        return new ProviderAnswer(
                status,
                body,
                json,
                retryAfter
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .map(text -> Duration.ofSeconds(Math.min(Integer.parseInt(text), LONGEST_WAIT))));
    }

    /** Neither text nor numbers, which providers like to repeat. */
    @Override
    public String toString() {
        return "ProviderAnswer[" + status + ", " + body.length() + " characters]";
    }
}
