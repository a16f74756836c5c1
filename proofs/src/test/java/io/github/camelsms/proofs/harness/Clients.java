package io.github.camelsms.proofs.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that send one message after the other over HTTP and write down what they were answered. No answer, or a
 * broken one, means that they do not know.
 */
public final class Clients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ExecutorService threads;
    private final int mostAhead;
    private final Network network;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private volatile Optional<URI> gateway = Optional.empty();
    private volatile boolean closed;

    /**
     * @param count clients that work at the same time
     * @param mostAhead they wait while so many messages were accepted and not yet sent
     */
    public Clients(int count, int mostAhead, Network network) {
        this.mostAhead = mostAhead;
        this.network = network;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "client");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < count; i++) {
            threads.execute(this::work);
        }
    }

    /** From now on they send to this gateway. */
    public void sendTo(URI uri) {
        gateway = Optional.of(uri);
    }

    /** They finish the request that they have begun, and wait. */
    public void pause() {
        gateway = Optional.empty();
    }

    /** Identities that were acknowledged, with the text. */
    public Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** Texts whose fate they do not know. */
    public Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    public int acceptedCount() {
        return accepted.size();
    }

    /** How many requests were answered with a refusal. */
    public int refused() {
        return refused.get();
    }

    private void work() {
        while (!closed) {
            Optional<URI> to = gateway;
            if (to.isEmpty() || accepted.size() - network.size() > mostAhead) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                send(to.get(), "message " + numbers.incrementAndGet() + " of a proof");
            }
        }
    }

    private void send(URI to, String text) {
        URI request = to.resolve("?number=%2B15551234567&data=" + text.replace(' ', '+'));
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(request).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                accepted.put(answer.body().strip().split(" ", 2)[1], text);
            } else {
                refused.incrementAndGet();
                if (answer.body().contains("is not known") || answer.body().contains("may have the message")) {
                    unknown.add(text);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            unknown.add(text);
            LockSupport.parkNanos(PAUSE_NANOS);
        } catch (InterruptedException e) {
            unknown.add(text);
            Thread.currentThread().interrupt();
        }
    }

    /** How many requests were answered at all. */
    public int answers() {
        return acceptedCount() + refused();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        pause();
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
