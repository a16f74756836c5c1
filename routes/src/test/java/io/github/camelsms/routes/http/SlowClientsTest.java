package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.http.kannel.Kannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that say nothing, half a header, or a body drop by drop; a good one in between has to be served. */
class SlowClientsTest {

    private static final String GOOD = "/cgi-bin/sendsms?to=0123456&text=hi";
    private static final int CAP = 50;

    private final List<Socket> sockets = new ArrayList<>();
    private DialectServer server;

    @BeforeEach
    void start() throws Exception {
        server = DialectServer.start(
                (context, entrance) -> Kannel.addTo(context, entrance, Clock.systemUTC()),
                "http-kannel.yaml",
                Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private Socket open(String start) throws IOException {
        InetSocketAddress address = server.address();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void good() throws Exception {
        assertThat(RawHttp.get(server.address(), GOOD).status()).isEqualTo(202);
    }

    private static String rest(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void headersThatDoNotComeAreWaitedForTenSeconds() throws Exception {
        Socket silent = open("");
        Socket half = open("GET /cgi-bin/sendsms?to=0");
        Socket second = open("GET " + GOOD + " HTTP/1.1\r\nHost: localhost\r\n\r\nGET /cgi-bin");
        Socket dripping = open("GET " + GOOD + " HTTP/1.1\r\nHost: localhost\r\n");
        good();
        long begin = System.nanoTime();
        AtomicReference<Exception> end = new AtomicReference<>();
        await().pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    try {
                        dripping.getOutputStream().write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                        return false;
                    } catch (IOException closed) {
                        end.set(closed);
                        return true;
                    }
                });
        assertThat(end.get()).isNotNull();
        assertThat(rest(silent)).startsWith("HTTP/1.1 408 ");
        assertThat(rest(half)).startsWith("HTTP/1.1 408 ");
        assertThat(rest(second)).startsWith("HTTP/1.1 202 ").contains("HTTP/1.1 408 ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        good();
    }

    @Test
    void bodiesThatComeSlowlyHoldNoThread() throws Exception {
        String head = "POST /cgi-bin/sendsms HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nto=";
        for (int i = 0; i < CAP - 10; i++) {
            open(head);
        }
        for (int i = 0; i < 20; i++) {
            good();
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.setSoTimeout(20);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    @Test
    void anAddressHasSoManyConnectionsAndNoMore() throws Exception {
        for (int i = 0; i < CAP + 5; i++) {
            open("GET /");
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> {
            int closed = 0;
            for (Socket socket : sockets) {
                closed += isClosed(socket) ? 1 : 0;
            }
            return closed == 5;
        });
        for (Socket socket : sockets) {
            socket.close();
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(this::good);
    }
}
