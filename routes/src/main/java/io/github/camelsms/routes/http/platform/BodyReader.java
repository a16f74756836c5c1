package io.github.camelsms.routes.http.platform;

import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the body of a request, and no more of it than may be there. */
final class BodyReader {

    // a client that has sent so much reads our answer only after it has sent the rest
    private static final int MAX_DISCARDED = 4 * 1024 * 1024;

    private final HttpServerRequest request;
    private final Buffer body = Buffer.buffer();
    private long size;
    private boolean done;

    BodyReader(HttpServerRequest request) {
        this.request = request;
    }

    /**
     * @param call is given the call, or why it is none
     */
    void read(Consumer<Object> call) {
        request.handler(octets -> {
            size += octets.length();
            if (size <= HttpCall.MAX_BODY) {
                body.appendBuffer(octets);
            } else if (size > MAX_DISCARDED) {
                end(call);
            }
        });
        request.endHandler(end -> end(call));
        // a connection that is lost before the end: there is nobody to answer
        request.exceptionHandler(lost -> done = true);
        request.resume();
    }

    private void end(Consumer<Object> call) {
        if (!done) {
            done = true;
            call.accept(call());
        }
    }

    private Object call() {
        try {
            // another coding hides where the body ends; Vert.x takes it for none
            if (!request.headers().getAll("transfer-encoding").stream().allMatch("chunked"::equalsIgnoreCase)) {
                throw Refusal.BAD_REQUEST.because("this is not a well-formed HTTP request");
            }
            if (size > HttpCall.MAX_BODY) {
                throw Refusal.BODY_TOO_LARGE.because("the body is longer than " + HttpCall.MAX_BODY + " octets");
            }
            return HttpCall.take(
                    request.method().name(),
                    request.path(),
                    octets(request.query()),
                    body.getBytes(),
                    request.headers().entries(),
                    InetAddress.getByName(request.remoteAddress().hostAddress()));
        } catch (RefusedException | UnknownHostException e) {
            return e;
        }
    }

    /** Vert.x makes one character of each octet. */
    private static byte[] octets(String query) {
        return query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1);
    }
}
