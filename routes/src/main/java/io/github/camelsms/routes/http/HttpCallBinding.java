package io.github.camelsms.routes.http;

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
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.common.DefaultHttpBinding;

/**
 * Takes an {@link HttpCall} from a request and writes the answer. It replaces Camel's mapping of headers, query and
 * form altogether: that one loses or changes values on bad input, and lets a request set headers.
 */
public final class HttpCallBinding extends DefaultHttpBinding {

    static final int MAX_BODY = 256 * 1024;
    static final int MAX_URI = 8 * 1024;
    // a client that has sent so much reads our answer only after it has sent the rest
    private static final int MAX_DISCARDED = 4 * 1024 * 1024;

    private final Answers answers;

    /**
     * @param form how refusals are said
     */
    public HttpCallBinding(AnswerForm form) {
        this.answers = new Answers(form);
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
        String path = request.getRequestURI();
        if (path.length() + (query == null ? 0 : query.length()) > MAX_URI) {
            throw Refusal.URI_TOO_LONG.because("the URL is longer than " + MAX_URI + " octets: use POST");
        }
        return new HttpCall(
                request.getMethod(),
                path,
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
        boolean large = request.getContentLengthLong() > MAX_BODY;
        try {
            ServletInputStream in = request.getInputStream();
            byte[] body = large ? new byte[0] : in.readNBytes(MAX_BODY + 1);
            if (!large && body.length <= MAX_BODY) {
                return body;
            }
            in.readNBytes(MAX_DISCARDED);
        } catch (IOException | RuntimeException e) {
            // a broken chunk, an early end, or too slow: Jetty has several exceptions for them
            throw Refusal.BAD_REQUEST.because("the body ends early or is not well-formed");
        }
        throw Refusal.BODY_TOO_LARGE.because("the body is longer than " + MAX_BODY + " octets");
    }

    private static Map<String, String> fields(HttpServletRequest request) throws RefusedException {
        Map<String, String> fields = new TreeMap<>();
        for (String name : HttpCall.FIELDS) {
            List<String> values = Collections.list(request.getHeaders(name));
            if (values.size() > 1 && !name.contains("forwarded")) {
                throw Refusal.BAD_REQUEST.because("a header field that may stand there once stands there twice");
            }
            if (!values.isEmpty()) {
                fields.put(name, values.get(0));
            }
        }
        return fields;
    }

    @Override
    public void writeResponse(Exchange exchange, HttpServletResponse response) throws IOException {
        Answer answer =
                exchange.getException() == null ? answer(exchange.getMessage()) : answers.to(exchange.getException());
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        answer.fields().forEach(response::setHeader);
        // without a length it stays in the buffer until the call is complete, and no thread waits for a slow client
        response.getOutputStream().write(body);
    }

    /** The answer that the route has made, or its body as a line of text. */
    private static Answer answer(Message message) {
        return message.getBody() instanceof Answer answer ? answer : Answer.ok(message.getBody(String.class));
    }
}
