package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand connections that send an octet a second, or nothing; a good client in between has to be served. */
class ManySlowClientsTest {

    private static final int CLIENTS = 1000;
    private static final int MOST_THREADS = 100;
    /** What a slow client has said before it begins to drip. */
    private static final List<String> STARTS = List.of(
            "",
            "GET /sms/?number=",
            "GET /api/messages HTTP/1.1\r\nHost: localhost\r\nX: ",
            "POST /sms/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000\r\n\r\nnumber=1555&data=",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n");

    /** Drips until it is cut off. */
    private static final class SlowClient {
        private final SocketChannel channel;
        private final boolean silent;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        SlowClient(InetSocketAddress server, String start) throws IOException {
            channel = SocketChannel.open(server);
            silent = start.isEmpty();
            channel.write(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
        }

        void drip() {
            try {
                if (!silent) {
                    channel.write(ByteBuffer.wrap(new byte[] {'a'}));
                }
                ByteBuffer octets = ByteBuffer.allocate(512);
                int read = channel.read(octets);
                if (read < 0) {
                    channel.close();
                }
                answer.write(octets.array(), 0, Math.max(read, 0));
            } catch (IOException cut) {
                close();
            }
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void aGoodClientIsServedWhileTheyAreCutOff(@TempDir Path folder) throws Exception {
        Map<String, String> properties = Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString());
        List<SlowClient> clients = new ArrayList<>();
        try (Gateway gateway =
                Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of())) {
            InetSocketAddress server = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
            good(server);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new SlowClient(server, STARTS.get(i % STARTS.size())));
            }
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(25))
                    .until(() -> {
                        good(server);
                        clients.stream()
                                .filter(client -> client.channel.isOpen())
                                .forEach(SlowClient::drip);
                        assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                                .as("all share the pool of the server")
                                .isLessThan(threads + MOST_THREADS);
                        return clients.stream().noneMatch(client -> client.channel.isOpen());
                    });
            assertThat(clients.stream()
                            .filter(client -> client.answer
                                    .toString(StandardCharsets.US_ASCII)
                                    .startsWith("HTTP/1.1 408 "))
                            .count())
                    .as("who writes while it is cut off may miss the answer")
                    .isGreaterThan(CLIENTS * 9 / 10);
        } finally {
            clients.forEach(SlowClient::close);
        }
    }

    private static void good(InetSocketAddress server) throws IOException {
        long begin = System.nanoTime();
        assertThat(RawHttp.get(server, "/sms/?number=%2B15551234567&data=hi").status())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
