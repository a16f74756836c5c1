package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Jetty's own refusals in our words: malformed requests, wrong paths, oversized headers. Jetty's pages are HTML, name
 * the server and repeat the URL, with the password in it.
 */
final class JettyErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = Boolean.TRUE.equals(request.getAttribute(CallServlet.TIMED_OUT))
                ? Answer.of(Refusal.STORE_DOWN, "the store has not answered in time, and may have the message or not")
                : answer(response.getStatus());
        response.setStatus(answer.status());
        answer.fields().forEach((name, value) -> response.getHeaders().put(name, value));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, true, answer.body(), callback);
        return true;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    private static Answer answer(int status) {
        return switch (status) {
            case 404 -> Answer.of(Refusal.NOT_FOUND, "there is nothing under this path: messages go to /sms/");
            case 405 -> Answer.of(Refusal.METHOD_NOT_ALLOWED, "use GET or POST");
            case 408 -> Answer.of(Refusal.TIMEOUT, "the request took too long");
            case 413 -> Answer.of(Refusal.BODY_TOO_LARGE, "the body is too large");
            case 414 -> Answer.of(Refusal.URI_TOO_LONG, "the URL is too long: use POST");
            case 415 -> Answer.of(Refusal.UNSUPPORTED_MEDIA_TYPE, "the media type is not supported");
            case 431 -> Answer.of(Refusal.HEADERS_TOO_LARGE, "the header fields are too large");
            // a method or a version of HTTP that is none
            case 501, 505 -> Answer.of(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request");
            case 503 -> Answer.of(Refusal.STOPPING, "the gateway is stopping");
            default ->
                status >= 400 && status < 500
                        ? Answer.of(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request")
                        : Answer.of(Refusal.INTERNAL, "the gateway has failed");
        };
    }
}
