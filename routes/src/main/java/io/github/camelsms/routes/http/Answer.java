package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client gets: a status, header fields, and one line of text. A refusal reads {@code code: explanation}.
 *
 * @param fields header fields
 */
record Answer(int status, Map<String, String> fields, String body) {

    private static final int RETRY_AFTER_SECONDS = 5;

    static Answer ok(String body) {
        return new Answer(200, common(), body + "\n");
    }

    static Answer of(Refusal refusal, String explanation) {
        Map<String, String> fields = common();
        switch (refusal.status()) {
            case 401 -> fields.put("WWW-Authenticate", "Basic realm=\"sms\", charset=\"UTF-8\"");
            case 405 -> fields.put("Allow", "GET, POST");
            case 408, 413 -> fields.put("Connection", "close");
            case 429, 503 -> fields.put("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            default -> {}
        }
        return new Answer(refusal.status(), fields, refusal.code() + ": " + explanation + "\n");
    }

    private static Map<String, String> common() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("Content-Type", "text/plain;charset=utf-8");
        fields.put("Cache-Control", "no-store");
        fields.put("X-Content-Type-Options", "nosniff");
        return fields;
    }
}
