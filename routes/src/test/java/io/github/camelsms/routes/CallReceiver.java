package io.github.camelsms.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server of somebody whom the gateway calls; it keeps what it got and answers as it was told, or with 204. */
public final class CallReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it got. */
    public record Call(String target, String body, String eventId, String timestamp, String signature) {

        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private CallReceiver(HttpServer server) {
        this.server = server;
    }

    /** Starts it; who asks for {@code /broken} is answered with 500. */
    public static CallReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CallReceiver receiver = new CallReceiver(server);
        server.createContext("/", call -> {
            receiver.calls.add(new Call(
                    call.getRequestURI().toString(),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    call.getRequestHeaders().getFirst("X-Sms-Event-Id"),
                    call.getRequestHeaders().getFirst("X-Sms-Timestamp"),
                    call.getRequestHeaders().getFirst("X-Sms-Signature")));
            boolean broken = call.getRequestURI().getPath().equals("/broken");
            Integer status = broken ? Integer.valueOf(500) : receiver.statuses.poll();
            call.sendResponseHeaders(status == null ? 204 : status, -1);
            call.close();
        });
        server.start();
        return receiver;
    }

    /** What it got, oldest first. */
    public Queue<Call> calls() {
        return calls;
    }

    /** What it answers next, one for each call. */
    public Queue<Integer> statuses() {
        return statuses;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
