package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
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

    private final Function<String, AnswerForm> forms;

    /**
     * @param forms the form in which a path is answered
     */
    JettyErrors(Function<String, AnswerForm> forms) {
        this.forms = forms;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        AnswerForm form = forms.apply(
                request.getHttpURI() == null ? "" : request.getHttpURI().getPath());
        Answer answer = Boolean.TRUE.equals(request.getAttribute(CallServlet.TIMED_OUT))
                ? form.refused(
                        Refusal.STORE_DOWN, "the store has not answered in time, and may have the message or not")
                : answer(form, response.getStatus());
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

    private static Answer answer(AnswerForm form, int status) {
        return switch (status) {
            case 404 ->
                form.refused(
                        Refusal.NOT_FOUND,
                        "there is nothing under this path: see docs/http.md for those that there are");
            case 405 -> form.refused(Refusal.METHOD_NOT_ALLOWED, "use GET or POST");
            case 408 -> form.refused(Refusal.TIMEOUT, "the request took too long");
            case 413 -> form.refused(Refusal.BODY_TOO_LARGE, "the body is too large");
            case 414 -> form.refused(Refusal.URI_TOO_LONG, "the URL is too long: use POST");
            case 415 -> form.refused(Refusal.UNSUPPORTED_MEDIA_TYPE, "the media type is not supported");
            case 431 -> form.refused(Refusal.HEADERS_TOO_LARGE, "the header fields are too large");
            // a method or a version of HTTP that is none
            case 501, 505 -> form.refused(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request");
            case 503 -> form.refused(Refusal.STOPPING, "the gateway is stopping");
            default ->
                status >= 400 && status < 500
                        ? form.refused(Refusal.BAD_REQUEST, "this is not a well-formed HTTP request")
                        : form.refused(Refusal.INTERNAL, "the gateway has failed");
        };
    }
}
