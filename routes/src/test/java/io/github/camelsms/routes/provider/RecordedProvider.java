package io.github.camelsms.routes.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider in this process: gives the answers that it was told, in order, the last one again and again. */
final class RecordedProvider implements AutoCloseable {

    /** A request as it came in. */
    record Asked(String method, String url, Map<String, String> fields, String body) {}

    /** An answer. */
    record Answer(int status, String body, Map<String, String> fields) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    private final HttpServer server;
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    RecordedProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            Map<String, String> fields = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String url = exchange.getRequestURI().toString();
            Answer answer = next(url);
            asked.add(new Asked(exchange.getRequestMethod(), url, fields, body));
            byte[] octets = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.fields()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
    }

    private synchronized Answer next(String url) {
        String first = url.split("/", 3)[1];
        List<Answer> left = answers.getOrDefault(first, List.of(Answer.of(500, "")));
        if (left.size() > 1) {
            answers.put(first, left.subList(1, left.size()));
        }
        return left.get(0);
    }

    /** Where a gateway finds it; the name tells whose answers it gets. */
    String host(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    synchronized void answers(String name, Answer... inOrder) {
        answers.put(name, List.of(inOrder));
    }

    List<Asked> asked(String name) {
        return asked.stream()
                .filter(request -> request.url().startsWith("/" + name + "/"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
