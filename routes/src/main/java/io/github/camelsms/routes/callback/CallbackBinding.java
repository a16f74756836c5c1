package io.github.camelsms.routes.callback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.common.DefaultHttpBinding;

/** Takes a {@link CallbackCall} from a request and writes a {@link CallbackAnswer}; nothing else passes. */
final class CallbackBinding extends DefaultHttpBinding {

    private static final int MAX_BODY = 256 * 1024;
    private static final int MAX_FIELDS = 60;

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        // the servlet compares it with the path of the route
        message.setHeader(Exchange.HTTP_PATH, request.getRequestURI());
        try {
            byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
            if (body.length <= MAX_BODY) {
                message.setBody(new CallbackCall(
                        request.getMethod(),
                        request.getRequestURI(),
                        Optional.ofNullable(request.getQueryString()).orElse(""),
                        new String(body, StandardCharsets.ISO_8859_1),
                        fields(request)));
                return;
            }
            message.setBody(CallbackAnswer.plain(413, "too_large: the body is longer than " + MAX_BODY + " octets"));
        } catch (IOException | RuntimeException e) {
            message.setBody(CallbackAnswer.plain(400, "bad_request: the body ends early or is not well-formed"));
        }
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> fields = new TreeMap<>();
        List<String> names = Collections.list(request.getHeaderNames());
        for (String name : names.subList(0, Math.min(names.size(), MAX_FIELDS))) {
            fields.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return fields;
    }

    @Override
    public void writeResponse(Exchange exchange, HttpServletResponse response) throws IOException {
        CallbackAnswer answer =
                exchange.getException() == null && exchange.getMessage().getBody() instanceof CallbackAnswer made
                        ? made
                        : CallbackAnswer.plain(503, "store_down: try again later");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (answer.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        if (body.length > 0) {
            response.setContentType(answer.type());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
