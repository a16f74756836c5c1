package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/**
 * What a client gets: a status, header fields and a body.
 *
 * @param fields header fields
 */
public record Answer(int status, Map<String, String> fields, String body) {

    private static final int RETRY_AFTER_SECONDS = 5;

    public Answer {
        fields = Map.copyOf(fields);
    }

    /** A body of the given media type, and the fields that each answer has. */
    public static Answer of(int status, String type, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"),
                body);
    }

    /** A line of text. */
    static Answer ok(String line) {
        return of(200, "text/plain;charset=utf-8", line + "\n");
    }

    /** A refusal with the fields that belong to its status. */
    public static Answer refused(Refusal refusal, String type, String body) {
        Answer answer = of(refusal.status(), type, body);
        return switch (refusal.status()) {
            case 401 -> answer.with("WWW-Authenticate", "Basic realm=\"sms\", charset=\"UTF-8\"");
            case 405 -> answer.with("Allow", "GET, POST");
            case 408, 413 -> answer.with("Connection", "close");
            case 429, 503 -> answer.with("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            default -> answer;
        };
    }

    /** The same with a header field more, or another value of it. */
    public Answer with(String field, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(field, value);
        return new Answer(status, more, body);
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, fields, body);
    }

    /** Makes this the answer to the exchange. */
    public void answer(Exchange exchange) {
        exchange.getMessage().setBody(this);
    }

    /** Makes this the answer, and no later step of the route is done. */
    public void end(Exchange exchange) {
        answer(exchange);
        exchange.setRouteStop(true);
    }
}
