package io.github.camelsms.routes.http.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Keeps slow and idle peers from using up what others need: the header of a request has to be there in time, counted
 * from its first octet, or from the start for the first request of a connection; its body has to come fast enough; and
 * one address may hold only so many connections. Jetty's own time-out begins anew with each octet, and its least rate
 * counts from when a body is read, which is after it has come.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LEAST_OCTETS_PER_SECOND = 1000;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String TOO_SLOW = String.join(
            "\r\n",
            "HTTP/1.1 408 Request Timeout",
            "Content-Type: text/plain;charset=utf-8",
            "Content-Length: 36",
            "Connection: close",
            "",
            "timeout: the request took too long.\n");

    /** What is waited for. */
    private enum Awaited {
        NOTHING,
        HEADER,
        BODY
    }

    /**
     * @param since when that began
     * @param octets that had come by then
     */
    private record Waiting(Awaited awaited, long since, long octets) {}

    private final int mostOfOneAddress;
    private final LongSupplier nanos;
    private final Map<HttpConnection, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;

    ConnectionWatch(int mostOfOneAddress, LongSupplier nanos) {
        this.mostOfOneAddress = mostOfOneAddress;
        this.nanos = nanos;
    }

    @Override
    protected void doStart() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sms-http-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        timer.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            waiting.put(http, new Waiting(Awaited.HEADER, nanos.getAsLong(), 0));
            if (connections.merge(address(http), 1, Integer::sum) > mostOfOneAddress) {
                http.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            waiting.remove(http);
            connections.computeIfPresent(address(http), (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private void look() {
        long now = nanos.getAsLong();
        waiting.forEach((connection, before) -> {
            Awaited awaited = awaited(connection);
            if (awaited != before.awaited()) {
                waiting.put(connection, new Waiting(awaited, now, connection.getBytesIn()));
            } else if (isTooSlow(before, now - before.since(), connection.getBytesIn())) {
                end(connection);
            }
        });
        // one that was closed while we looked must not come back
        waiting.keySet().removeIf(connection -> !connection.getEndPoint().isOpen());
    }

    /** A request has begun, or the first one has not; between two requests nothing is waited for. */
    private static Awaited awaited(HttpConnection connection) {
        HttpParser parser = connection.getParser();
        if (parser.inContentState()) {
            return Awaited.BODY;
        }
        boolean begun = parser.inHeaderState() && !parser.isStart();
        return begun || (connection.getMessagesIn() == 0 && parser.isStart()) ? Awaited.HEADER : Awaited.NOTHING;
    }

    private static boolean isTooSlow(Waiting waiting, long nanos, long octets) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        boolean late = millis > PATIENCE.toMillis();
        return switch (waiting.awaited()) {
            case NOTHING -> false;
            case HEADER -> late;
            case BODY -> late && (octets - waiting.octets()) * 1000 < millis * LEAST_OCTETS_PER_SECOND;
        };
    }

    private static void end(HttpConnection connection) {
        try {
            connection
                    .getEndPoint()
                    .write(
                            Callback.from(connection.getEndPoint()::close),
                            ByteBuffer.wrap(TOO_SLOW.getBytes(StandardCharsets.US_ASCII)));
        } catch (WritePendingException e) {
            connection.getEndPoint().close();
        }
    }

    private static InetAddress address(HttpConnection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
