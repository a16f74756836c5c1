package io.github.camelsms.routes.http.jetty;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.Answers;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.common.DefaultHttpBinding;

/**
 * Takes an {@link HttpCall} from a request and writes the answer. It replaces Camel's mapping of headers, query and
 * form altogether: that one loses or changes values on bad input, and lets a request set headers.
 */
final class HttpCallBinding extends DefaultHttpBinding {

    // a client that has sent so much reads our answer only after it has sent the rest
    private static final int MAX_DISCARDED = 4 * 1024 * 1024;

    /** What Jetty makes of octets that are no UTF-8; no text may be changed on its way. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Answers answers;

    HttpCallBinding(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        // the servlet compares it with the path of the route
        message.setHeader(Exchange.HTTP_PATH, request.getRequestURI());
        try {
            message.setBody(call(request));
        } catch (RefusedException e) {
            // the first step of the route throws it: here nobody would answer
            message.setBody(e);
        }
    }

    private static HttpCall call(HttpServletRequest request) throws RefusedException {
        String query = request.getQueryString();
        if (query != null && query.indexOf(REPLACEMENT) >= 0) {
            throw Refusal.BAD_ENCODING.because("the text is not in the character set that it should be in");
        }
        return HttpCall.take(
                request.getMethod(),
                request.getRequestURI(),
                query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8),
                body(request),
                fields(request),
                client(request));
    }

    private static InetAddress client(HttpServletRequest request) {
        try {
            // a literal: nobody is asked for a name
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the address of a client is no address", e);
        }
    }

    private static byte[] body(HttpServletRequest request) throws RefusedException {
        boolean large = request.getContentLengthLong() > HttpCall.MAX_BODY;
        try {
            ServletInputStream in = request.getInputStream();
            byte[] body = large ? new byte[0] : in.readNBytes(HttpCall.MAX_BODY + 1);
            if (!large && body.length <= HttpCall.MAX_BODY) {
                return body;
            }
            in.readNBytes(MAX_DISCARDED);
        } catch (IOException | RuntimeException e) {
            // a broken chunk, an early end, or too slow: Jetty has several exceptions for them
            throw Refusal.BAD_REQUEST.because("the body ends early or is not well-formed");
        }
        throw Refusal.BODY_TOO_LARGE.because("the body is longer than " + HttpCall.MAX_BODY + " octets");
    }

    private static List<Map.Entry<String, String>> fields(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .flatMap(name ->
                        Collections.list(request.getHeaders(name)).stream().map(value -> Map.entry(name, value)))
                .toList();
    }

    @Override
    public void writeResponse(Exchange exchange, HttpServletResponse response) throws IOException {
        Answer answer = answers.of(exchange);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        answer.fields().forEach(response::setHeader);
        // without a length it stays in the buffer until the call is complete, and no thread waits for a slow client
        response.getOutputStream().write(body);
    }
}
