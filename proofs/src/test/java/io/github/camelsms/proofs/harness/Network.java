package io.github.camelsms.proofs.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network that takes messages by HTTP and keeps a ledger of them. It lives in the process of the test, so that
 * whatever happens to the gateway does not happen to the ledger.
 */
public final class Network implements AutoCloseable {

    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    public Network() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** The gateway {@code us} that sends by this network, so many messages at a time. */
    public String route(int concurrency) {
        return """
                - route:
                    id: gateway-us
                    from:
                      uri: "sms:outgoing?gateway=us&concurrency=%d&retryDelay=100"
                      steps:
                        - setHeader:
                            name: X-Id
                            simple: "${header.CamelSmsMessageId}"
                        - to: "http://127.0.0.1:%d/?httpMethod=POST&socketTimeout=20000"
                """.formatted(concurrency, server.getAddress().getPort());
    }

    /** How often each message was taken, by identity. */
    public Map<String, AtomicInteger> taken() {
        return Map.copyOf(taken);
    }

    /** What each message says, by identity. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    public boolean has(String id) {
        return taken.containsKey(id);
    }

    public int size() {
        return taken.size();
    }

    public List<String> twice() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue().get() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("X-Id");
            texts.put(id, text);
            taken.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
