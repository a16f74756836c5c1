package io.github.camelsms.routes.http.jetty;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.ServerErrors;
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
                ? ServerErrors.timedOut(form)
                : ServerErrors.answer(form, response.getStatus());
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
}
