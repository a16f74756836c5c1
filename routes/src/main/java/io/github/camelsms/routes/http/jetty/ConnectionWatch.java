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
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Keeps slow and idle peers from using up what others need: the header of a request has to be there in time, counted
 * from its first octet, or from the start for the first request of a connection; and one address may hold only so many
 * connections. Jetty's own time-out begins anew with each octet.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {

    private static final long NOT_WAITING = Long.MIN_VALUE;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String TOO_SLOW = String.join(
            "\r\n",
            "HTTP/1.1 408 Request Timeout",
            "Content-Type: text/plain;charset=utf-8",
            "Content-Length: 36",
            "Connection: close",
            "",
            "timeout: the request took too long.\n");

    private final Duration headerDeadline;
    private final int mostOfOneAddress;
    private final LongSupplier nanos;
    // the time since when a header is waited for, or NOT_WAITING
    private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;

    ConnectionWatch(Duration headerDeadline, int mostOfOneAddress, LongSupplier nanos) {
        this.headerDeadline = headerDeadline;
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
            waiting.put(http, nanos.getAsLong());
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
        waiting.forEach((connection, since) -> {
            if (!isReadingHeader(connection)) {
                waiting.put(connection, NOT_WAITING);
            } else if (since == NOT_WAITING) {
                waiting.put(connection, now);
            } else if (now - since > headerDeadline.toNanos()) {
                end(connection);
            }
        });
        // one that was closed while we looked must not come back
        waiting.keySet().removeIf(connection -> !connection.getEndPoint().isOpen());
    }

    /** Whether a request has begun, or the first one has not. */
    private static boolean isReadingHeader(HttpConnection connection) {
        boolean first =
                connection.getMessagesIn() == 0 && connection.getParser().isStart();
        return first
                || (connection.getParser().inHeaderState()
                        && !connection.getParser().isStart());
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
