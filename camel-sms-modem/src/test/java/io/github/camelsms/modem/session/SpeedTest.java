package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.TcpChannel;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A modem that answers at once is kept busy, and noise makes it miss nothing. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SpeedTest {

    private static final int MESSAGES = 600;

    @TempDir
    private Path directory;

    @Test
    void sendsHundredsOfMessagesASecondThroughAMillionOctetsOfNoise() throws Exception {
        SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
        byte[] noise = new byte[2_000];
        Arrays.fill(noise, (byte) '~');
        byte[] lines = "\r\n^DSFLOWRPT:0000000C,00000000\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + lines.length <= noise.length; i += lines.length) {
            System.arraycopy(lines, 0, noise, i, lines.length);
        }
        noise[noise.length - 2] = '\r';
        noise[noise.length - 1] = '\n';
        try (SimulatedModemServer server = new SimulatedModemServer(network.modem(), 0);
                Bench bench = new Bench(
                        directory, s -> () -> TcpChannel.open((DeviceAddress.Tcp) s.device(), Duration.ofSeconds(5)))) {
            ModemSession session =
                    bench.open(bench.settings(new DeviceAddress.Tcp("127.0.0.1", server.port()), Optional.empty())
                            .mergedWith(SessionSettings.of(new DeviceAddress.Tcp("127.0.0.1", server.port()))));
            Bench.awaitState(session, SessionState.READY);
            List<OutgoingPart> part = Bench.parts("+15551234567", "Hello");
            long start = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                network.modem().garbage(noise);
                session.send(part, new RecordingLedger()).toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%.0f messages/s with %d octets of noise%n", MESSAGES / seconds, MESSAGES * noise.length);
            assertThat(network.messages()).hasSize(MESSAGES);
            assertThat(MESSAGES / seconds).isGreaterThan(50);
        }
    }
}
